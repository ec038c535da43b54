import { useState } from 'react';
import { Button, IconButton, Kbd, type ButtonLook } from '../button.js';
import type { Story } from './story.js';

const looks: ButtonLook[] = ['primary', 'line', 'quiet', 'soft', 'danger', 'danger-line'];

function Buttons() {
  const [presses, setPresses] = useState(0);
  const press = () => setPresses((before) => before + 1);
  return (
    <>
      <div className="row wrap">
        {looks.map((look) => (
          <Button key={look} look={look} icon="check" onClick={press}>
            {look}
          </Button>
        ))}
      </div>
      <div className="row wrap">
        <Button size="small" onClick={press}>
          Small
        </Button>
        <Button size="big" onClick={press}>
          Big <Kbd>N</Kbd>
        </Button>
        <Button busy onClick={press}>
          Busy
        </Button>
        <Button disabled onClick={press}>
          Disabled
        </Button>
        <IconButton icon="refresh" label="Load again" keys="R" onClick={press} />
        <IconButton icon="x" label="Close" small onClick={press} />
      </div>
      <p role="status">Pressed {presses} times</p>
    </>
  );
}

export const buttons: Story = { name: 'Buttons', of: ['Button', 'IconButton', 'Kbd'], draw: Buttons };
