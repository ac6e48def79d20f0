// The door to its own packages.
export { default, desktopConfig } from 'lighthouse';
