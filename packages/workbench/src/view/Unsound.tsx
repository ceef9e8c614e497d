/** What a screen shows while the case has errors and never was sound. */
export function Unsound() {
  return (
    <section>
      <h1>The case has errors</h1>
      <p>
        So nothing can be worked out yet. <a href="#model">The model lists them, each with its place.</a>
      </p>
    </section>
  );
}
