import classes from './RubricSwatch.module.css';

/** The rubric's colour as a small square; its name stands beside it. */
export function RubricSwatch({ colour, size = 'small' }: { colour: number; size?: 'small' | 'large' }) {
  return <span aria-hidden="true" data-rubric={colour} data-size={size} className={classes.swatch} />;
}
