/** Words of the page «Who may do what»: an action without them is a compiler’s error. */
export const en = {
  title: 'Who may do what',
  intro:
    'Own clients are those that a person’s squad serves. What somebody may not see does not exist for them: neither in lists nor by its address.',
  what: 'Action',
  byLink: 'by their link',
  you: 'this is you',
  holder: {
    owner: 'Owner',
    manager: 'SMM manager',
    specialist: 'Specialist',
    guest: 'Client by link',
  },
  reach: {
    never: 'no',
    always: 'yes',
    ownClients: 'for own clients',
    own: 'own only',
    ownOfOwnClients: 'own, of own clients',
    ownClientsAndOwn: 'for own clients, and own',
    othersWork: 'yes, except own work',
    othersWorkOfOwnClients: 'for own clients, except own work',
    adsOfOwnClients: 'a targetologist, for own clients',
  },
  domain: {
    agency: 'Agency and people',
    clients: 'Clients',
    campaigns: 'Campaigns',
    budgets: 'Money',
    plan: 'Content plan',
    tasks: 'Tasks and briefs',
    review: 'Review and approval',
    results: 'Results',
    activity: 'Audit log and webhooks',
  },
  action: {
    agency: {
      view: 'See the agency and its squads',
      manage: 'Change the agency’s settings',
      export: 'Export the whole agency',
    },
    member: {
      view: 'See colleagues',
      invite: 'Invite specialists to a squad',
      manage: 'Invite anyone, change roles, deactivate',
      profile: {
        edit: 'Edit a profile',
      },
    },
    token: {
      create: 'Make API tokens',
      revoke: 'Revoke API tokens',
    },
    squad: {
      manage: 'Set up squads',
    },
    rate: {
      view: 'See rates and the kind of contract',
      edit: 'Set rates',
    },
    client: {
      create: 'Add a client for their squad',
      view: 'See a client and the brand profile',
      edit: 'Edit a client, channels, research',
      contacts: {
        view: 'See contacts’ phones and e-mails',
      },
      assign: 'Hand a client over to another squad',
      overLimit: 'Give a manager more clients than their limit',
      simulate: 'Work out whether a client can be taken',
    },
    retainer: {
      view: 'See the retainer and its fee',
      edit: 'Change the retainer',
    },
    service: {
      view: 'See the price list',
      edit: 'Change the price list',
    },
    campaign: {
      view: 'See campaigns',
      edit: 'Add and edit campaigns',
      close: 'Close and reopen',
    },
    budget: {
      view: 'See all budget lines and the ledger',
      line: {
        view: 'See the ad-spend line',
      },
      request: 'Ask for a budget change',
      withdraw: 'Withdraw a request',
      decide: 'Decide on the budget',
    },
    adSpend: {
      enter: 'Enter ad spend',
    },
    payout: {
      view: 'See payouts',
      prepare: 'Prepare payouts',
      approve: 'Approve payouts',
      pay: 'Mark as paid',
    },
    overview: {
      view: 'See the overview of all money',
    },
    margin: {
      view: 'See revenue and margin',
    },
    plan: {
      view: 'See the content plan',
      edit: 'Keep the content plan and rubrics',
      import: 'Import a plan from a file',
      export: 'Export a plan to a file',
    },
    item: {
      view: 'See publications',
      edit: 'Edit and move publications',
    },
    idea: {
      add: 'Note down ideas',
      keep: 'Put ideas away and bring them back',
    },
    savedView: {
      view: 'See saved views of the plan and tasks',
      share: 'Share views with managers',
      edit: 'Change and delete views',
    },
    task: {
      view: 'See a task and its brief',
      create: 'Create tasks',
      edit: 'Write the brief',
      issue: 'Issue',
      accept: 'Accept the brief',
      decline: 'Decline the brief',
      revise: 'Issue a new version of the brief',
      submit: 'Submit work',
      ask: 'Ask about the brief',
      answer: 'Answer questions',
      review: 'Review: pass on or return',
      withdraw: 'Take back from the client',
      cancel: 'Cancel',
      reopen: 'Reopen finished work',
    },
    fee: {
      view: 'See the fee',
    },
    time: {
      enter: 'Write down time spent on a task, and measure it',
      view: 'See, correct and delete entries of time',
      sum: {
        view: 'See how much time a task has taken',
      },
    },
    workload: {
      view: 'See how much a person has to do',
    },
    template: {
      view: 'See brief templates',
      edit: 'Save brief templates',
    },
    comment: {
      internal: {
        view: 'Read internal comments',
        write: 'Write internal comments',
      },
      edit: 'Edit a comment',
      client: {
        view: 'Read the client’s comments',
        write: 'Reply to the client',
      },
    },
    approval: {
      view: 'See an approval request',
      send: 'Send for approval',
      revoke: 'Withdraw a request and its links',
      decide: 'Approve or ask for changes',
      comment: 'Leave remarks on the page',
    },
    changeRequest: {
      decide: 'Decide on paid rounds',
    },
    kpi: {
      view: 'See KPIs',
      enter: 'Enter KPIs',
    },
    case: {
      view: 'See cases',
      edit: 'Put cases together',
    },
    audit: {
      view: 'Read the audit log',
    },
    calendar: {
      revoke: 'Revoke the address of a calendar',
      give: 'Give a client a calendar of publications',
    },
    webhook: {
      manage: 'Set up webhooks and read what they were sent',
    },
  },
};
