import fc from 'fast-check';

// At the gate properties are tried on the same inputs every time, so that a change is judged by what it changes; everywhere else on new ones.
if (process.env.CI === 'true') fc.configureGlobal({ seed: 140 });
