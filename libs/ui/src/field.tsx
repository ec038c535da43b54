import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { cx } from './cx.js';
import { Icon } from './icon.js';
import type { IconName } from './icon-shapes.js';
import styles from './field.module.css';

interface FieldFrame {
  label: ReactNode;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** Says what is wrong and what helps; announced with the field. */
  error?: ReactNode;
}

function useFrame(given: string | undefined, { hint, error }: FieldFrame) {
  const own = useId();
  const id = given ?? own;
  const described = cx(Boolean(error) && `${id}-error`, Boolean(hint) && `${id}-hint`);
  return { id, aria: { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined } as const };
}

function Frame({ id, label, labelHidden, hint, error, children }: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={labelHidden ? 'vh' : styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="alert" small />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size'>, FieldFrame {
  icon?: IconName;
  tall?: boolean;
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  icon,
  tall,
  end,
  id: given,
  className,
  ref,
  ...rest
}: TextFieldProps) {
  const { id, aria } = useFrame(given, { label, hint, error });
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <span className={cx(styles.box, tall && styles.tall, Boolean(error) && styles.wrong, className)}>
        {icon && <Icon name={icon} />}
        <input {...rest} {...aria} ref={ref} className={styles.input} />
        {end}
      </span>
    </Frame>
  );
}

export interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'end'> {
  /** Names of the button that uncovers and covers what was typed. */
  showLabel: string;
  hideLabel: string;
}

export function PasswordField({ showLabel, hideLabel, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      end={
        <button
          type="button"
          className={styles.reveal}
          aria-label={shown ? hideLabel : showLabel}
          aria-controls={rest.id}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeoff' : 'eye'} />
        </button>
      }
    />
  );
}

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement>, FieldFrame {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Grows with what is typed. */
export function TextArea({ label, labelHidden, hint, error, id: given, className, ref, ...rest }: TextAreaProps) {
  const { id, aria } = useFrame(given, { label, hint, error });
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <textarea
        rows={3}
        {...rest}
        {...aria}
        ref={ref}
        className={cx(styles.box, styles.area, Boolean(error) && styles.wrong, className)}
      />
    </Frame>
  );
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement>, FieldFrame {
  options: { value: string; label: string; disabled?: boolean }[];
  ref?: Ref<HTMLSelectElement>;
}

/** The platform's own list: it works with every keyboard, screen reader and phone. */
export function Select({ label, labelHidden, hint, error, options, id: given, className, ref, ...rest }: SelectProps) {
  const { id, aria } = useFrame(given, { label, hint, error });
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <span className={cx(styles.box, styles.select, className)}>
        <select {...rest} {...aria} ref={ref} className={styles.input}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" small />
      </span>
    </Frame>
  );
}

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  /** Drawn as a switch; for settings that act at once. */
  asSwitch?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function Checkbox({ label, hint, asSwitch, className, id: given, ref, ...rest }: CheckboxProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <div className={cx(styles.option, className)}>
      <input
        {...rest}
        ref={ref}
        id={id}
        type="checkbox"
        role={asSwitch ? 'switch' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={asSwitch ? styles.switch : styles.check}
      />
      <label htmlFor={id} className="grow">
        {label}
        {hint && (
          <span className={styles.optionHint} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}

export function Switch(props: Omit<CheckboxProps, 'asSwitch'>) {
  return <Checkbox {...props} asSwitch />;
}

export interface RadioGroupProps<V extends string> {
  label: ReactNode;
  labelHidden?: boolean;
  name: string;
  value: V;
  options: { value: V; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  onChange: (value: V) => void;
}

export function RadioGroup<V extends string>({ label, labelHidden, name, value, options, onChange }: RadioGroupProps<V>) {
  const base = useId();
  return (
    <fieldset>
      <legend className={labelHidden ? 'vh' : styles.label}>{label}</legend>
      {options.map((option) => (
        <div className={styles.option} key={option.value}>
          <input
            type="radio"
            id={`${base}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            aria-describedby={option.hint ? `${base}-${option.value}-hint` : undefined}
            className={styles.radio}
          />
          <label htmlFor={`${base}-${option.value}`} className="grow">
            {option.label}
            {option.hint && (
              <span className={styles.optionHint} id={`${base}-${option.value}-hint`}>
                {option.hint}
              </span>
            )}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
