/** Other tabs of this browser with the same case: told after each saving, so that they look again. */
export function tabsFor(place: string): {
  readonly tell: () => void;
  readonly hear: (heard: () => void) => () => void;
} {
  const channel = new BroadcastChannel(`demarche ${place}`);
  return {
    tell: () => channel.postMessage('saved'),
    hear: (heard) => {
      channel.onmessage = () => heard();
      return () => channel.close();
    },
  };
}
