import { expect, test } from '@playwright/test';
import { accept, gather, invite, register, setRate } from './main-job/agency';
import { refuseEmptyBrief, writeCopyBrief, writeDesignBrief, writeTargetingBrief } from './main-job/briefs';
import { approver, copywriter, designer, manager, targetologist } from './main-job/cast';
import { addApprover, addChannel, addClient, describeBrand, startCampaign } from './main-job/client';
import { approveBudget, askForBudget, enterAdSpend, figures, payOut } from './main-job/money';
import { planPublication, startTask } from './main-job/plan';
import { enterFact, writeCase } from './main-job/results';
import {
  acceptTask,
  approveWork,
  compareAndApprove,
  drawPicture,
  returnWithPin,
  submitCampaignSetup,
  submitPicture,
  submitText,
} from './main-job/work';
import { phone, someone, type Person } from './person';

/** The main job, as six people do it: owner, manager, copywriter, designer, targetologist, and the client on a phone. */

test('From an empty agency to a paid team and a case', async ({ browser }) => {
  test.setTimeout(900_000);
  const owner = await someone(browser);
  await test.step('1. The owner registers the agency', () => register(owner));

  const [olga, denis, liya, timur] = await test.step('1. …and invites the team by link', async () => {
    const people: Person[] = [];
    for (const who of [manager, copywriter, designer, targetologist]) {
      people.push(await accept(browser, who, await invite(owner, who)));
    }
    return people as [Person, Person, Person, Person];
  });

  await test.step('1. …gathers them in a squad and sets a rate', async () => {
    await gather(owner);
    await setRate(owner);
  });

  const clientId = await test.step('2. The manager adds a client, its brand, a channel and who approves', async () => {
    const id = await addClient(olga);
    await describeBrand(olga, id);
    await addChannel(olga, id);
    await addApprover(olga, id);
    return id;
  });

  const campaignId = await test.step('2. …starts a campaign with a target', () => startCampaign(olga, clientId));
  await test.step('2. …asks for a budget', () => askForBudget(olga, campaignId));
  await test.step('2. The owner approves it', () => approveBudget(owner, campaignId));

  await test.step('3. The manager puts a publication into the plan', () => planPublication(olga, clientId));

  const copyId = await test.step('4. …writes a brief and issues it when it is ready', async () => {
    const task = {
      discipline: 'Текст',
      type: 'Пост',
      title: 'Стол для большой семьи',
      assignee: copywriter.name,
    } as const;
    const id = await startTask(olga, clientId, task);
    await refuseEmptyBrief(olga);
    await writeCopyBrief(olga);
    return id;
  });

  await test.step('4. The copywriter accepts, and the fee is committed', async () => {
    await acceptTask(denis, 'Стол для большой семьи');
    await expect(denis.page).toHaveURL(new RegExp(copyId));
    expect(await figures(owner, campaignId)).toMatchObject({ committed: 3000, payable: 0, available: 38_000 });
  });

  await test.step('4. …while a designer and a targetologist do not see the task at all', async () => {
    for (const { ask, page } of [liya, timur]) {
      expect(
        (await ask<{ task: unknown }>('query ($id: ID!) { task(id: $id) { id } }', { id: copyId })).task,
      ).toBeNull();
      await page.goto(`/tasks/${copyId}`);
      await expect(page.getByText('Такой страницы нет')).toBeVisible();
    }
  });

  await test.step('5. The copywriter submits version 1', () =>
    submitText(
      denis,
      'За этим столом поместятся все: он раздвигается за минуту. Напишите «хочу стол» — https://sosna.example/stol',
    ));

  const link = await test.step('5. The manager passes it on to the client', async () => {
    const { page } = olga;
    await page.goto(`/tasks/${copyId}`);
    await expect(page.getByText('он раздвигается за минуту').first()).toBeVisible();
    await page.getByRole('button', { name: 'Передать клиенту' }).click();
    const drawer = page.getByRole('dialog', { name: 'На согласование' });
    await expect(drawer.getByRole('checkbox', { name: approver })).toBeChecked();
    await drawer.getByRole('button', { name: 'Отправить' }).click();
    const sent = page.getByRole('dialog', { name: 'Отправлено' }).getByRole('textbox', { name: approver });
    await expect(sent).toHaveValue(/\/g\//);
    return new URL(await sent.inputValue()).pathname;
  });

  await test.step('5. The designer’s picture comes back with a pin, and its second version is good', async () => {
    const title = 'Макет к посту про стол';
    const id = await startTask(olga, clientId, {
      discipline: 'Дизайн',
      type: 'Картинка',
      title,
      assignee: designer.name,
    });
    await writeDesignBrief(olga);
    await acceptTask(liya, title);
    await submitPicture(liya, 1, await drawPicture(browser, '#1f3d33'));
    await returnWithPin(olga, id, 'Текст ближе к столу');
    await liya.page.goto(`/tasks/${id}`);
    await expect(liya.page.getByText('Текст ближе к столу').first()).toBeVisible();
    await submitPicture(liya, 2, await drawPicture(browser, '#24483c'));
    await compareAndApprove(olga, id);
  });

  await test.step('5. The targetologist sets the ads up', async () => {
    const title = 'Запуск рекламы столов';
    const id = await startTask(olga, clientId, {
      discipline: 'Таргетинг',
      type: 'Запуск рекламы',
      title,
      assignee: targetologist.name,
    });
    await writeTargetingBrief(olga);
    await acceptTask(timur, title);
    await submitCampaignSetup(timur);
    await olga.page.goto(`/tasks/${id}`);
    await approveWork(olga);
  });

  await test.step('6. The client approves on a phone', async () => {
    const marina = await someone(browser, phone);
    await marina.page.goto(link);
    await expect(marina.page.getByText('он раздвигается за минуту').first()).toBeVisible();
    await expect(marina.page.getByText(/3\s000/)).toHaveCount(0);
    await marina.page.getByRole('button', { name: 'Согласовать' }).click();
    await expect(marina.page.getByText('Спасибо, согласовано!')).toBeVisible();
    expect(marina.asked.inWords).toEqual([]);
    expect(marina.asked.byId).toBeGreaterThan(1);
  });

  await test.step('6. …and the task is done, its fee to be paid', async () => {
    await olga.page.goto(`/tasks/${copyId}`);
    await expect(olga.page.getByText('Готово', { exact: true }).first()).toBeVisible();
    expect(await figures(owner, campaignId)).toMatchObject({ committed: 0, payable: 12_500, available: 28_500 });
  });

  await test.step('7. The targetologist enters what the ads cost', () => enterAdSpend(timur, campaignId));
  await test.step('7. The owner prepares, approves and pays', () => payOut(owner, 3));

  await test.step('7. …and the budget shows it', async () => {
    await owner.page.goto(`/budgets/${campaignId}`);
    await expect(owner.page.getByRole('heading', { name: 'Бюджет кампании' })).toBeVisible();
    await expect(owner.page.getByText(/13\s750,50/).first()).toBeVisible();
    expect(await figures(owner, campaignId)).toMatchObject({
      committed: 0,
      payable: 0,
      spent: 13_750.5,
      available: 27_249.5,
    });
    await denis.page.goto('/payouts');
    await expect(denis.page.getByText('Оплачено', { exact: true }).first()).toBeVisible();
    await expect(denis.page.getByText(/4\s500|5\s000/)).toHaveCount(0);
  });

  await test.step('7. The manager enters the result and writes the case', async () => {
    await enterFact(olga, campaignId);
    await writeCase(olga, campaignId);
  });

  await test.step('Throughout, the built pages ask by ids and nothing in words', () => {
    for (const { asked } of [owner, olga, denis, liya, timur]) {
      expect(asked.inWords).toEqual([]);
      expect(asked.byId).toBeGreaterThan(10);
    }
  });
});
