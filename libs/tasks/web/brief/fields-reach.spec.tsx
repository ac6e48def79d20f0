import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { TimeZoneContext, chooseLanguage } from '@planerka/platform/web';
import { briefFields, briefSchema } from '@planerka/tasks/domain';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { BriefForm } from './BriefForm';
import { focusField } from './focus-field';
import { useBriefForm } from './use-brief-form';

const briefs = {
  copy: { discipline: 'copy', facts: [{ statement: 'Стол из сосны' }] },
  design: { discipline: 'design', slides: [{ text: 'Стол' }] },
  targeting: {
    discipline: 'targeting',
    segments: [{ key: 's1', name: 'Семьи' }],
    stopRules: [{ metric: 'cpl', afterSpend: '10' }],
    references: [{ url: 'sosna.ru/st' }],
  },
};

/** Of lists, what a finding may name within them. */
const within: Readonly<Record<keyof typeof briefs, readonly string[]>> = {
  copy: ['facts.0.source'],
  design: ['slides.0.text'],
  targeting: [
    'segments.0.geo',
    'segments.0.ageTo',
    'stopRules.0.value',
    'stopRules.0.afterSpend',
    'references.0.url',
    'marking.inn',
  ],
};

function Form({ data }: { data: object }) {
  const form = useBriefForm({
    brief: briefSchema.parse(data),
    title: '',
    assigneeId: null,
    dueAt: null,
    estimatedMinutes: null,
    fee: '',
    wantsClientApproval: false,
    startAfter: [],
  });
  return <BriefForm form={form} errors={{}} />;
}

jest.setTimeout(30_000);

describe('what readiness names', () => {
  beforeEach(() => {
    chooseLanguage('ru');
    Element.prototype.scrollIntoView = jest.fn();
    Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  });

  it.each(['copy', 'design', 'targeting'] as const)('is reached in a brief of %s', async (discipline) => {
    render(
      <MantineProvider env="test">
        <TimeZoneContext value="Europe/Moscow">
          <Form data={briefs[discipline]} />
        </TimeZoneContext>
      </MantineProvider>,
    );
    // Parts that come late are in their places.
    await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull(), { timeout: 20_000 });
    const paths = [...briefFields[discipline].map(({ path }) => path), ...within[discipline]];
    const missed = paths.filter((path) => {
      act(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        focusField(path);
      });
      const place = document.activeElement?.closest(`[data-path="${path}"]`);
      return !place && document.activeElement?.querySelector(`[data-path="${path}"]`) == null;
    });
    expect(missed).toEqual([]);
    cleanup();
  });
});
