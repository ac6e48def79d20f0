/** Loaded when something formatted is pasted into plain text. */
export { cleanPasted } from './clean-paste';
export { marksOfHtml } from './marks-of-html';
