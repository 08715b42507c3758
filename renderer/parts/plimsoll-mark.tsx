// The Plimsoll mark: a ring crossed by a level line. As a sign beside a verdict, the line says that it rests on proof.
export function PlimsollMark({ size, proven = true }: { readonly size: number; readonly proven?: boolean }) {
  const weight = size >= 48 ? 3 : 4.5;
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden style={{ flex: "none" }}>
      <circle cx="24" cy="24" r="15" fill="none" stroke="currentColor" strokeWidth={weight} />
      {proven && <path d="M2 24 H46" stroke="currentColor" strokeWidth={weight} />}
    </svg>
  );
}
