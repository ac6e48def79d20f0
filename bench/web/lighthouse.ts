export interface Score {
  readonly performance: number;
  readonly accessibility: number;
  /** Milliseconds. */
  readonly firstContentfulPaint: number;
  readonly largestContentfulPaint: number;
  readonly totalBlockingTime: number;
  readonly layoutShift: number;
  /** How quick Lighthouse found the machine: below about 1,000 its blocking time says more of the machine than of the page. */
  readonly machine: number;
}

export interface Visit {
  readonly url: string;
  readonly device: 'phone' | 'desktop';
  readonly cookie?: string;
}

/** One cold visit, in Lighthouse's own simulation of the device and its network. */
export async function scoreOf({ url, device, cookie }: Visit, port: number): Promise<Score> {
  // Its packages may just have been installed.
  const { default: lighthouse, desktopConfig } = await import('../lighthouse/lighthouse.mjs');
  const result = await lighthouse(
    url,
    {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
      ...(cookie && { extraHeaders: { cookie } }),
    },
    device === 'desktop' ? desktopConfig : undefined,
  );
  if (!result) throw new Error(`Lighthouse has nothing to say of ${url}`);
  const { categories, audits, environment, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const score = (category: string): number => Math.round((categories[category]?.score ?? NaN) * 100);
  const value = (audit: string): number => audits[audit]?.numericValue ?? NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    firstContentfulPaint: Math.round(value('first-contentful-paint')),
    largestContentfulPaint: Math.round(value('largest-contentful-paint')),
    totalBlockingTime: Math.round(value('total-blocking-time')),
    layoutShift: Number(value('cumulative-layout-shift').toFixed(3)),
    machine: environment.benchmarkIndex,
  };
}
