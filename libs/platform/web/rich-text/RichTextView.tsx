import type { RichTextNode } from '@planerka/platform/domain';
import { Fragment, type ReactNode, useMemo } from 'react';
import { readRichText } from './rich-text';
import classes from './RichTextView.module.css';

function renderMarks(node: RichTextNode): ReactNode {
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
  }, node.text ?? '');
}

function renderAll(nodes: readonly RichTextNode[] = []): ReactNode {
  return nodes.map((child, index) => <Fragment key={index}>{renderNode(child)}</Fragment>);
}

function renderNode(node: RichTextNode): ReactNode {
  switch (node.type) {
    case 'text':
      return renderMarks(node);
    case 'hardBreak':
      return <br />;
    case 'paragraph':
      return <p>{node.content?.length ? renderAll(node.content) : <br />}</p>;
    case 'heading':
      return <p className={classes.heading}>{renderAll(node.content)}</p>;
    case 'bulletList':
      return <ul>{renderAll(node.content)}</ul>;
    case 'orderedList': {
      const start = node.attrs?.['start'];
      return <ol {...(typeof start === 'number' ? { start } : {})}>{renderAll(node.content)}</ol>;
    }
    case 'listItem':
      return <li>{renderAll(node.content)}</li>;
    case 'blockquote':
      return <blockquote>{renderAll(node.content)}</blockquote>;
    case 'horizontalRule':
      return <hr />;
  }
}

/** Draws the editor's JSON as React elements: no HTML string exists at any moment, so none can be injected. */
export function RichTextView({ value }: { value: unknown }) {
  const doc = useMemo(() => readRichText(value), [value]);
  return <div className={classes.text}>{renderAll(doc.content)}</div>;
}
