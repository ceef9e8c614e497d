/** A conflict, or a concept on it, that this way of solving does not take; the message says why. */
export class Refused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refused';
  }
}
