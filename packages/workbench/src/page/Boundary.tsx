import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode };

/** What a mistake of ours does to one screen; the case and its history stay. */
export class Boundary extends Component<Props, { readonly error: Error | undefined }> {
  override state = { error: undefined as Error | undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <section role="alert">
        <h1>This screen failed</h1>
        <p>
          That is our mistake, not yours. The case is unharmed; undo may help, and so does another screen.
        </p>
        <pre>{error.message}</pre>
      </section>
    );
  }
}
