import { Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { FilePresenter, Reader, toMoneyObject } from '@planerka/platform/server';
import { approvalHash, roundNotice } from '@planerka/review/domain';
import { guestDocument, type GuestDocument, type ShownDocument, type SubjectDocument } from './guest-document';
import type {
  GuestApprovalObject,
  GuestCampaignObject,
  GuestPersonObject,
  GuestPostObject,
  GuestRoundsObject,
} from './guest.object';
import type { GuestVisitor } from './guest-visitor';
import { mediaOf, textsOf } from './shown-content';

/** Without a link where a member looks at what was asked. */
type Reading = Pick<GuestVisitor, 'agencyId' | 'contactId'> & Partial<Pick<GuestVisitor, 'linkId'>>;

interface AskedContent {
  readonly agencyName: string;
  readonly timeZone: string;
  readonly contentHash: string;
  readonly posts: readonly GuestPostObject[];
}

/** What a visitor whose link lets them in is shown. */
@Injectable()
export class GuestApprovalQuery {
  constructor(
    private readonly reader: Reader,
    private readonly files: FilePresenter,
  ) {}

  async approval(visitor: GuestVisitor): Promise<GuestApprovalObject> {
    const { agencyId, approvalId } = visitor;
    const document = await this.reader.read({ agencyId }, (db) => guestDocument(db, agencyId, approvalId));
    if (!document) throw new Error(`Approval ${approvalId} has gone while its link is there`);
    return this.present(document, visitor);
  }

  /** What was asked about, and nothing of what stands beside it: for the sheet that keeps the decision. */
  async asked(agencyId: Id, approvalId: Id): Promise<AskedContent | null> {
    const document = await this.reader.read({ agencyId }, (db) => guestDocument(db, agencyId, approvalId));
    if (!document) return null;
    const { agencyName, timeZone, subjects } = document;
    const alone = subjects.map((subject) => ({ ...subject, beside: [], comments: [], earlier: [] }));
    return {
      agencyName,
      timeZone,
      contentHash: approvalHash(subjects),
      posts: this.posts(alone, { agencyId, contactId: '' }),
    };
  }

  private present(document: GuestDocument, visitor: GuestVisitor): GuestApprovalObject {
    const { agencyName, timeZone, clientName, title, message, changes, state, mode, dueAt, sentAt, subjects } =
      document;
    const people = peopleOf(document, visitor.contactId);
    return {
      agencyName,
      timeZone,
      locale: document.locale,
      clientName,
      contactName: visitor.name,
      title,
      message,
      changes,
      state,
      withdrawnBecause: state === 'withdrawn' && document.stateReason !== '' ? document.stateReason : null,
      mode,
      dueAt,
      silence: document.silence,
      isBySilence: document.stateReason === 'silence',
      sentAt,
      contentHash: approvalHash(subjects),
      viewerCanDecide: state === 'pending' && people.some(({ isYou, decision }) => isYou && decision === null),
      people,
      rounds: roundsOf(document),
      posts: this.posts(subjects, visitor),
    };
  }

  /** Tasks of one publication make one post; a task without a publication is a post of its own. */
  private posts(subjects: readonly SubjectDocument[], visitor: Reading): readonly GuestPostObject[] {
    const groups = Map.groupBy(subjects, ({ itemId, taskId }) => itemId ?? taskId);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      return first ? [this.post(first, group, visitor)] : [];
    });
  }

  private post(first: SubjectDocument, group: readonly SubjectDocument[], visitor: Reading): GuestPostObject {
    const { title, format, publishAt, channels } = first;
    const asked = new Set(group.map(({ kind }) => kind));
    // What is asked about comes first: a finished version only fills the place of what is not.
    const shown: readonly ShownDocument[] = [...group, ...first.beside.filter(({ kind }) => !asked.has(kind))];
    return {
      id: first.itemId ?? first.taskId,
      title,
      format,
      publishAt,
      channels,
      texts: textsOf(shown.find(({ content }) => content.kind === 'copy')),
      media: mediaOf(
        this.files,
        visitor,
        shown.find(({ content }) => content.kind === 'design') ?? shown.find(isCampaign),
      ),
      campaign: campaignOf(group.find(isCampaign)),
      subjects: group.map(({ id, kind, number, earlier }) => ({
        id,
        kind,
        number,
        earlier: earlier.map((version) => ({
          id: version.id,
          number: version.number,
          shownAt: version.shownAt,
          texts: textsOf(version),
          media: mediaOf(this.files, visitor, version),
        })),
      })),
      comments: group.flatMap(({ id: subjectId, comments }) =>
        comments.map(({ contactId, ...comment }) => ({
          ...comment,
          subjectId,
          isYours: contactId === visitor.contactId,
        })),
      ),
    };
  }
}

const isCampaign = ({ content }: ShownDocument): boolean => content.kind === 'targeting';

function campaignOf(shown: ShownDocument | undefined): GuestCampaignObject | null {
  if (shown?.content.kind !== 'targeting') return null;
  const { campaignName, startsOn, endsOn, totalLimit, ads } = shown.content;
  return {
    name: campaignName,
    startsOn: startsOn ?? null,
    endsOn: endsOn ?? null,
    totalLimit: totalLimit ?? null,
    ads: ads.map(({ name, segment }) => ({ name, segment })),
  };
}

const peopleOf = ({ people, finalContactId }: GuestDocument, contactId: Id): readonly GuestPersonObject[] =>
  people.map((person) => ({ ...person, isYou: person.id === contactId, isFinal: person.id === finalContactId }));

function roundsOf({ round, includedRounds, extraRoundMinor, currency }: GuestDocument): GuestRoundsObject {
  const { included, next } = roundNotice(round - 1, includedRounds);
  const isPriced = next === 'paid' && extraRoundMinor !== null && extraRoundMinor !== '0';
  return { used: round - 1, included, next, price: isPriced ? toMoneyObject(extraRoundMinor, currency) : null };
}
