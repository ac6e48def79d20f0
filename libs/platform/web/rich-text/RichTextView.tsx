import { textOffsetsOf, type RichTextNode } from '@planerka/platform/domain';
import { Fragment, type ReactNode, useMemo } from 'react';
import { readRichText } from './rich-text';
import classes from './RichTextView.module.css';

/** Draws a text node's words its own way; `from` is where they begin in `plainTextOf`. */
export type RenderText = (text: string, from: number) => ReactNode;

type DrawText = (node: RichTextNode) => ReactNode;

function renderMarks(node: RichTextNode, draw: DrawText): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>;
      case 'italic':
        return <em>{inner}</em>;
      case 'strike':
        return <s>{inner}</s>;
      case 'underline':
        return <u>{inner}</u>;
      case 'code':
        return <code>{inner}</code>;
      case 'link':
        return (
          <a href={mark.attrs?.['href']} target="_blank" rel="noopener noreferrer nofollow">
            {inner}
          </a>
        );
    }
  }, draw(node));
}

function renderAll(nodes: readonly RichTextNode[] = [], draw: DrawText): ReactNode {
  return nodes.map((child, index) => <Fragment key={index}>{renderNode(child, draw)}</Fragment>);
}

function renderNode(node: RichTextNode, draw: DrawText): ReactNode {
  switch (node.type) {
    case 'text':
      return renderMarks(node, draw);
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p>{node.content?.length ? renderAll(node.content, draw) : <br />}</p>;
    case 'heading':
      return <p className={classes.heading}>{renderAll(node.content, draw)}</p>;
    case 'bulletList':
      return <ul>{renderAll(node.content, draw)}</ul>;
    case 'orderedList': {
      const start = node.attrs?.['start'];
      return <ol {...(typeof start === 'number' ? { start } : {})}>{renderAll(node.content, draw)}</ol>;
    }
    case 'listItem':
      return <li>{renderAll(node.content, draw)}</li>;
    case 'blockquote':
      return <blockquote>{renderAll(node.content, draw)}</blockquote>;
    case 'horizontalRule':
      return <hr />;
  }
}

const plain: DrawText = (node) => node.text ?? '';

/** Draws the editor's JSON as React elements: no HTML string exists at any moment, so none can be injected. */
export function RichTextView({ value, renderText }: { value: unknown; renderText?: RenderText }) {
  const doc = useMemo(() => readRichText(value), [value]);
  const offsets = useMemo(() => textOffsetsOf(doc), [doc]);
  const draw: DrawText = renderText ? (node) => renderText(node.text ?? '', offsets.get(node) ?? 0) : plain;
  return <div className={classes.text}>{renderAll(doc.content, draw)}</div>;
}
