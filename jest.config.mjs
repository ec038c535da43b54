import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} One runner for unit, property, API, socket and tool tests; browser journeys run under Playwright. */
export default {
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  setupFiles: ['<rootDir>/test/fixed-seed.mjs'],
  testTimeout: 120_000,
  // A test mostly waits for the server and PostgreSQL that it talks to: even two cores have room for two at once.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@roost/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/{apps,libs,test,tools,migrations}/**/*.spec.{ts,tsx,mjs}'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/journeys/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic' },
          },
          target: 'es2024',
        },
        module: { type: 'es6' },
      },
    ],
  },
};
