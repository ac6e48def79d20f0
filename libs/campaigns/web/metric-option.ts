/** A metric to choose. The catalogue belongs to the results' domain, so the app hands it down. */
export interface MetricOption {
  readonly value: string;
  readonly label: string;
}

/** «1 200,5» as the wire wants it; what is no number is left for the server to refuse at the field. */
export const readDecimal = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
