import { useId, type ReactNode } from 'react';

interface FieldProps {
  label: string;
  className?: string;
  /** The control. @param id what the label names it by */
  children: (id: string) => ReactNode;
}

/** A label beside its control, not around it: what is typed would be read as a part of the name. */
export const Field = ({ label, className = '', children }: FieldProps) => {
  const id = useId();
  return (
    <div className={`kit-field ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};
