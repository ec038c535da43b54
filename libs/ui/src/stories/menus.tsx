import { useState } from 'react';
import { MenuArrow, MenuButton } from '../menu.js';
import type { Story } from './story.js';

function Menus() {
  const [chosen, setChosen] = useState('nothing');
  const [order, setOrder] = useState('newest');
  return (
    <>
      <div className="row">
        <MenuButton
          label="More"
          groups={[
            {
              items: [
                { id: 'open', icon: 'link', label: 'Open', keys: 'O', onAction: () => setChosen('open') },
                { id: 'copy', label: 'Copy', hint: 'With its author', onAction: () => setChosen('copy') },
                { id: 'lock', icon: 'lock', label: 'Lock', disabled: true, onAction: () => setChosen('lock') },
              ],
            },
            { items: [{ id: 'delete', icon: 'x', label: 'Delete', danger: true, onAction: () => setChosen('delete') }] },
          ]}
        />
        <MenuButton
          label="Order"
          look="line"
          placement="bottom start"
          groups={[
            {
              title: 'Order',
              items: ['newest', 'oldest'].map((id) => ({
                id,
                label: id,
                checked: order === id,
                onAction: () => setOrder(id),
              })),
            },
          ]}
        >
          Order: {order} <MenuArrow />
        </MenuButton>
      </div>
      <p role="status">Chosen: {chosen}</p>
    </>
  );
}

export const menus: Story = { name: 'Menus', of: ['MenuButton', 'MenuArrow'], draw: Menus };
