/**
 * React Aria adds a style element for what can be pressed, once, unless an element with this id is there. A strict
 * Content-Security-Policy forbids style elements, so something else has the id, and the rule stands in `model.css`.
 */
const id = 'react-aria-pressable-style';

if (!document.getElementById(id)) {
  const stand = document.createElement('meta');
  stand.id = id;
  document.head.append(stand);
}
