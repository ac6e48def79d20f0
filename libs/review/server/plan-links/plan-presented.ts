import type { Id } from '@planerka/platform/domain';
import type { FilePresenter } from '@planerka/platform/server';
import { isWordWanted, planHash } from '@planerka/review/domain';
import { mediaOf, textsOf } from '../guest/shown-content';
import type { PlanDocument, PlanItemDocument } from './plan-document';
import type {
  GuestPlanItemObject,
  GuestPlanObject,
  PlanDecisionObject,
  PlanRemarkObject,
  PlanVoiceObject,
} from './plan-guest.object';
import type { PlanVisitor } from './plan-visitor';

/** A month for whoever was shown it. */
export function presentPlan(document: PlanDocument, visitor: PlanVisitor, files: FilePresenter): GuestPlanObject {
  const { agencyName, locale, timeZone, clientName, items, word, voices, decider, asked } = document;
  return {
    agencyName,
    locale,
    timeZone,
    clientName,
    visitorName: visitor.name,
    message: visitor.message,
    month: visitor.month,
    contentHash: planHash(items),
    viewerCanDecide: isWordWanted({ entries: items, voices, asked }, visitor),
    viewerDecidesLast: visitor.isFinal,
    decider,
    dueAt: visitor.asksApproval && visitor.dueAt ? visitor.dueAt.toString() : null,
    agreed: word.agreed,
    waiting: word.waiting,
    voices: voicesOf(document),
    standing: word.state,
    decision: decidedOn(document),
    items: items.map((item) => presentItem(item, word.entries.get(item.id) ?? 'undecided', visitor, files)),
    remarks: remarksOf(document, visitor.linkId),
  };
}

function presentItem(
  { id, publishAt, publishOn, format, title, idea, isPublished, rubric, channels, links, finished }: PlanItemDocument,
  standing: GuestPlanItemObject['standing'],
  visitor: PlanVisitor,
  files: FilePresenter,
): GuestPlanItemObject {
  const pictured = finished.find(({ content }) => content.kind === 'design');
  return {
    id,
    publishAt,
    publishOn,
    format,
    title,
    idea,
    isPublished,
    standing,
    rubric,
    channels,
    links: isPublished ? links : [],
    texts: textsOf(finished.find(({ content }) => content.kind === 'copy')),
    media: mediaOf(files, visitor, pictured),
  };
}

export function decidedOn({ word: { counting: decision }, items }: PlanDocument): PlanDecisionObject | null {
  if (!decision) return null;
  const { verdicts, linkId: _link, isFinal: _final, ...told } = decision;
  const present = new Set(items.map(({ id }) => id));
  return {
    ...told,
    verdicts: verdicts.map(({ itemId, title, comment }) => ({ itemId, title, comment, isGone: !present.has(itemId) })),
  };
}

/** What others have said, beside the word that counts. */
export const voicesOf = ({ voices, word: { counting } }: PlanDocument): readonly PlanVoiceObject[] =>
  voices
    .filter(({ id }) => id !== counting?.id)
    .map(({ id, name, kind, comment, decidedAt, verdicts }) => ({
      ...{ id, name, kind, comment, decidedAt },
      wanted: verdicts.flatMap((verdict) =>
        verdict.comment === null ? [] : [{ title: verdict.title, comment: verdict.comment }],
      ),
    }));

/** @param linkId of the visitor; null where a member looks, whose are the agency's */
export const remarksOf = ({ remarks }: PlanDocument, linkId: Id | null): readonly PlanRemarkObject[] =>
  remarks.map(({ linkId: author, ...remark }) => ({
    ...remark,
    isFromAgency: author === null,
    isYours: author === linkId,
  }));
