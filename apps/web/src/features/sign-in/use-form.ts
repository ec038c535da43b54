import { useRef, useState, type FormEvent } from 'react';

/** A form's life: what was typed stays whatever happens; a second press while the first is under way does nothing. */
export function useForm(send: (values: Record<string, string>, form: FormData) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries([...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    setBusy(true);
    setError(null);
    send(values, data)
      .catch((problem: unknown) => {
        setError(problem);
        // The first field that is wrong gets the focus once it is drawn as wrong.
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      })
      .finally(() => setBusy(false));
  };
  return { busy, error, onSubmit, form };
}
