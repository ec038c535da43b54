import { useState } from 'react';
import { Checkbox, PasswordField, RadioGroup, Select, Switch, TextArea, TextField } from '../field.js';
import type { Story } from './story.js';

function Fields() {
  const [size, setSize] = useState<'small' | 'large'>('small');
  const [told, setTold] = useState(false);
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()}>
      <TextField label="Name" hint="As others see it" autoComplete="off" />
      <TextField label="Address" icon="mail" defaultValue="ann@" error="An address has something after the @" />
      <PasswordField label="Password" showLabel="Show the password" hideLabel="Hide the password" id="story-password" />
      <TextArea label="About you" hint="At most 500 characters" />
      <Select
        label="Language"
        options={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
      />
      <Checkbox label="Stay signed in" hint="On this device only" />
      <Checkbox label="Not today" disabled />
      <Switch label="Tell me" checked={told} onChange={(event) => setTold(event.target.checked)} />
      <RadioGroup
        label="Size"
        name="story-size"
        value={size}
        options={[
          { value: 'small', label: 'Small', hint: 'More on one screen' },
          { value: 'large', label: 'Large' },
        ]}
        onChange={setSize}
      />
    </form>
  );
}

export const fields: Story = {
  name: 'Fields',
  of: ['TextField', 'PasswordField', 'TextArea', 'Select', 'Checkbox', 'Switch', 'RadioGroup'],
  draw: Fields,
};
