/** A titled list of facts. */
export function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Facts({ children }: { children: React.ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One fact; nothing where there is no value. */
export function Fact({ name, children, mono = false }: { name: string; children: React.ReactNode; mono?: boolean }) {
  if (children === undefined || children === null || children === '' || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mono ? 'mono' : undefined}>{children}</dd>
    </div>
  );
}

/** Labels and the like as chips. */
export function Chips({ values }: { values: Readonly<Record<string, string>> | undefined }) {
  const entries = Object.entries(values ?? {});
  if (!entries.length) return <p className="quiet">–</p>;
  return (
    <ul className="chips">
      {entries.map(([key, value]) => (
        <li key={key}>
          <span className="quiet">{key}</span>={value}
        </li>
      ))}
    </ul>
  );
}
