import classes from './MarkedText.module.css';

export interface TextMark {
  readonly from: number;
  readonly to: number;
}

/** A text in which the places that were looked for stand out. The marks come in their order and do not overlap. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(marks[index - 1]?.to ?? 0, from)}
          <mark className={classes.mark}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
