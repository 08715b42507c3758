// Speaks a text to screen readers when it changes, without showing it.
export function LiveText({ text }: { readonly text: string }) {
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  );
}
