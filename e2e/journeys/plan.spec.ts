import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOf } from './accessibility';
import { dayFromNow, monthOf } from './day';
import { phone, signIn, someone, type Person } from './person';
import { people } from './screens';

/** The content plan as its people use it: by keyboard and by mouse, two at once, from a file, on a phone. */

/** Far enough ahead to be nobody else's: the fifteenth of a month has its whole week around it. */
const month = monthOf(dayFromNow(150));
const day = `${month}-15`;

interface Clients {
  readonly clients: { readonly nodes: readonly { readonly id: string }[] };
}

/** The month of the first of the manager's clients, before everybody. */
async function openPlan(manager: Person, ...others: readonly Person[]): Promise<void> {
  const { clients } = await manager.ask<Clients>('{ clients(first: 1, states: [ACTIVE]) { nodes { id } } }');
  for (const { page } of [manager, ...others]) {
    await page.goto(`/plan?client=${clients.nodes[0]?.id}&month=${month}`);
    await expect(page.getByRole('table')).toBeVisible();
  }
}

const card = (page: Page | Locator, title: string) => page.locator('[data-item]', { hasText: title });

/** The number of the day in whose cell it lies. */
const dayOf = (page: Page, title: string) =>
  page
    .getByRole('cell')
    .filter({ has: card(page, title) })
    .locator('span')
    .first();

const notice = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

test('A publication is planned, carried by keyboard and by mouse, taken back, deleted and brought back, and all see it', async ({
  browser,
}) => {
  const title = 'Как выбирают доску';
  const anna = await someone(browser);
  const irina = await someone(browser);
  await signIn(anna, people.manager);
  await signIn(irina, people.owner);
  await openPlan(anna, irina);
  const { page } = anna;

  await test.step('Planned by one, it is there for the other', async () => {
    await page.getByRole('cell', { name: /^\S+, 15\s/ }).hover();
    await page
      .getByRole('cell', { name: /^\S+, 15\s/ })
      .getByRole('button', { name: /обавить публикацию/ })
      .first()
      .click();
    const form = page.getByRole('dialog', { name: 'Новая публикация' });
    await form.getByLabel('Тема').fill(title);
    await form.getByRole('button', { name: 'Добавить в план' }).click();
    await expect(dayOf(irina.page, title)).toHaveText('15');
    await page.getByRole('complementary', { name: 'Публикация' }).getByRole('button', { name: 'Закрыть' }).click();
  });

  await test.step('Found by other forms of its words, by keyboard alone', async () => {
    const palette = irina.page.getByRole('combobox', { name: 'Поиск' });
    await irina.page.keyboard.press('Control+k');
    // The index comes a moment after the page of the one who wrote it.
    await expect(async () => {
      await palette.fill('');
      await palette.pressSequentially('выбираем доски');
      await expect(irina.page.getByRole('option', { name: title, selected: true })).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await palette.press('Enter');
    await expect(irina.page.getByRole('complementary', { name: 'Публикация' })).toContainText(title);
    await irina.page.goBack();
    await expect(dayOf(irina.page, title)).toHaveText('15');
    await irina.page.keyboard.press('?');
    await expect(irina.page.getByRole('dialog', { name: 'Клавиши' })).toContainText('Найти или сделать');
    await irina.page.keyboard.press('Escape');
  });

  await test.step('Three quick presses of an arrow are three days, and one way back', async () => {
    await card(page, title).focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Alt+ArrowRight');
    await expect(dayOf(page, title)).toHaveText('18');
    await expect(card(page, title)).toBeFocused();
    await expect(dayOf(irina.page, title)).toHaveText('18');
    await notice(page, title).getByRole('button', { name: 'Вернуть' }).click();
    await expect(dayOf(irina.page, title)).toHaveText('15');
  });

  await test.step('Dragged to another day', async () => {
    const from = await card(page, title).boundingBox();
    const to = await page.getByRole('cell', { name: /^\S+, 17\s/ }).boundingBox();
    if (!from || !to) throw new Error('the calendar is not drawn');
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 20, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(dayOf(page, title)).toHaveText('17');
    await expect(dayOf(irina.page, title)).toHaveText('17');
  });

  await test.step('What is typed survives what somebody else saves', async () => {
    await card(page, title).click();
    await page.getByRole('button', { name: 'Ещё действия с публикацией' }).click();
    await page.getByRole('menuitem', { name: 'Изменить' }).click();
    const form = page.getByRole('dialog', { name: 'Публикация' });
    await form.getByLabel('Идея').fill('Мастер стучит по доске и слушает');
    await card(irina.page, title).focus();
    await irina.page.keyboard.press('Alt+ArrowRight');
    await expect(form.getByText('Изменились: День выхода')).toBeVisible();
    await expect(form.getByLabel('Идея')).toHaveValue('Мастер стучит по доске и слушает');
    await form.getByRole('button', { name: 'Сохранить' }).click();
    await expect(form).toBeHidden();
    await expect(dayOf(page, title)).toHaveText('18');
    await expect(page.getByText('Мастер стучит по доске и слушает')).toBeVisible();
  });

  await test.step('All its work is made at once, and what it is made of is seen by the other', async () => {
    await page.getByRole('button', { name: 'Собрать задачи' }).click();
    const dialog = page.getByRole('dialog', { name: 'Задачи для публикации' });
    await expect(dialog.getByRole('checkbox', { name: 'Таргетинг' })).not.toBeChecked();
    await dialog.getByLabel('Название').last().fill('');
    await dialog.getByRole('button', { name: 'Создать 2 задачи' }).click();
    await dialog.getByRole('button', { name: 'Дизайн: Название' }).click();
    await expect(dialog.getByLabel('Название').last()).toBeFocused();
    await page.keyboard.type('Картинка с доской');
    await dialog.getByRole('button', { name: 'Создать 2 задачи' }).click();
    await expect(dialog).toBeHidden();
    await card(irina.page, title).click();
    const chain = irina.page.getByRole('complementary', { name: 'Публикация' }).getByRole('listitem');
    await expect(chain).toHaveText([/^Текст/, /^Дизайн.*после: текст/]);
    await irina.page.keyboard.press('Escape');
  });

  await test.step('The month is repeated in another one, and taken back', async () => {
    await page.getByRole('button', { name: 'Ещё действия с планом' }).click();
    await page.getByRole('menuitem', { name: 'Повторить месяц' }).click();
    const dialog = page.getByRole('dialog', { name: /^Повторить: / });
    await expect(dialog.getByRole('checkbox', { name: title })).toBeChecked();
    await dialog.getByRole('button', { name: /^Повторить \d+ публикац/ }).click();
    await expect(dialog).toBeHidden();
    await expect(card(page, title)).toHaveCount(1);
    await notice(page, 'Повторено:').getByRole('button', { name: 'Вернуть' }).click();
    await expect(card(page, title)).toHaveCount(0);
    await page.getByRole('button', { name: 'Предыдущий месяц' }).click();
    await card(page, title).click();
  });

  await test.step('Deleted with a way back', async () => {
    await page.getByRole('button', { name: 'Ещё действия с публикацией' }).click();
    await page.getByRole('menuitem', { name: 'Удалить' }).click();
    await expect(card(irina.page, title)).toHaveCount(0);
    await notice(page, 'Публикация удалена').getByRole('button', { name: 'Вернуть' }).click();
    await expect(dayOf(irina.page, title)).toHaveText('18');
  });
});

test('Several are chosen and changed in one step, a cell is written into, a card is carried, and each is taken back', async ({
  browser,
}) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { page } = anna;
  const { clients } = await anna.ask<Clients>('{ clients(first: 1, states: [ACTIVE]) { nodes { id } } }');
  const clientId = clients.nodes[0]?.id;
  const titles = ['Доска первая', 'Доска вторая', 'Доска третья'];
  for (const title of titles)
    await anna.ask('mutation ($input: CreateContentItemInput!) { createContentItem(input: $input) { __typename } }', {
      input: { clientId, title, format: 'POST', publishOn: `${month}-20`, publishTime: '12:00' },
    });
  const row = (title: string) => page.getByRole('row').filter({ hasText: title });
  const bar = page.getByRole('region', { name: 'Выбранные публикации' });

  await test.step('A range is chosen, moved and taken back', async () => {
    await page.goto(`/plan?client=${clientId}&month=${month}&view=table`);
    await row('Доска первая').getByRole('checkbox').click();
    await row('Доска третья')
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await expect(bar.getByRole('status')).toHaveText('Выбрано: 3');
    expect(await violationsOf(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Перенести' }).click();
    await page.getByLabel('На сколько дней').fill('2');
    await page.keyboard.press('Enter');
    for (const title of titles) await expect(row(title)).toContainText(/, 22\s/);
    await notice(page, 'Перенесены 3 публикации').getByRole('button', { name: 'Вернуть' }).click();
    for (const title of titles) await expect(row(title)).toContainText(/, 20\s/);
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
  });

  await test.step('A cell is written into, and what cannot be stays in it with the reason', async () => {
    const cell = row('Доска вторая').locator('td[data-field=title]');
    await cell.focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Тема: Доска вторая' }).fill('');
    await page.keyboard.press('Enter');
    const refused = page.locator('td[data-field=title]').filter({ hasText: 'Заполните поле' });
    await refused.focus();
    await page.keyboard.press('F2');
    await refused.getByRole('textbox').fill('Доска другая');
    await page.keyboard.press('Enter');
    await notice(page, 'Доска вторая').getByRole('button', { name: 'Вернуть' }).click();
    await expect(row('Доска вторая')).toBeVisible();
  });

  const paste = (text: string) =>
    page.evaluate((clipboard) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', clipboard);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

  await test.step('Cells come from a spreadsheet: what is unknown is named, and nothing is half-done', async () => {
    const dialog = page.getByRole('dialog', { name: 'Вставить в таблицу' });
    await row('Доска первая').locator('td[data-field=format]').focus();
    await paste('Клип\nПлакат');
    await expect(dialog.getByRole('row').filter({ hasText: 'Плакат' })).toContainText('Такого формата нет');
    await expect(dialog.getByRole('button', { name: 'Изменить 1 публикацию', exact: true })).toBeDisabled();
    await page.keyboard.press('Escape');
    await row('Доска первая').locator('td[data-field=format]').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await paste('Клип');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Изменить 3 публикации' }).click();
    await expect(dialog).toBeHidden();
    for (const title of titles) await expect(row(title)).toContainText('Клип');
    await notice(page, 'Изменены').getByRole('button', { name: 'Вернуть' }).click();
    for (const title of titles) await expect(row(title)).toContainText('Пост');

    // Whoever is to write: named as spreadsheets name people, once there is something to write.
    const showPeople = async () => {
      await page.getByRole('button', { name: 'Столбцы' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Исполнители' }).click();
      await page.keyboard.press('Escape');
    };
    await showPeople();
    const writer = row('Доска первая').locator('td[data-field=copywriterId]');
    await writer.focus();
    await paste('Орлова М.');
    await expect(dialog.getByRole('row').filter({ hasText: 'Орлова М.' })).toContainText('Такой задачи');
    await page.keyboard.press('Escape');
    const itemId = await row('Доска первая').getAttribute('data-row');
    await anna.ask('mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }', {
      input: { itemId, discipline: 'COPY', title: 'Текст про доску' },
    });
    await expect(writer).toHaveText('не назначен');
    await writer.focus();
    await paste('Орлова М.');
    await expect(writer).toHaveText('Мария Орлова');
    await notice(page, 'Доска первая').getByRole('button', { name: 'Вернуть' }).click();
    await expect(writer).toHaveText('не назначен');
    // Or chosen in the cell itself: a letter opens it, Delete empties it.
    await writer.focus();
    await writer.dispatchEvent('keydown', { key: 'О', bubbles: true });
    const chooser = writer.getByRole('combobox', { name: 'Пишет: Доска первая' });
    await expect(chooser).toHaveValue('О');
    await chooser.pressSequentially('рло');
    await expect(page.getByRole('option')).toHaveText(['Мария Орлова']);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(writer).toHaveText('Мария Орлова');
    await writer.focus();
    await page.keyboard.press('Delete');
    await expect(writer).toHaveText('не назначен');
    const painter = row('Доска первая').locator('td[data-field=designerId]');
    await painter.focus();
    await page.keyboard.press('Enter');
    await expect(painter.getByRole('alert')).toContainText('Такой задачи у публикации нет');
    await page.keyboard.press('Escape');
    await expect(painter).toHaveText('');
    await showPeople();
  });

  await test.step('What is shown is kept under a name, and opened from anywhere', async () => {
    await page.getByRole('button', { name: 'Упорядочить: Тема' }).click();
    await page.getByRole('button', { name: 'Столбцы' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Формат' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Сохранить вид' }).click();
    await page.getByRole('dialog').getByLabel('Название').fill('Доски по темам');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Доски по темам' })).toBeVisible();
    await page.goto('/clients');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const capture = page.getByRole('dialog', { name: 'Записать идею' });
    await expect(async () => {
      await page.keyboard.press('n');
      await page.keyboard.press('i');
      await expect(capture).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await capture.getByRole('textbox').fill('Доска, которую не продали');
    await page.keyboard.press('Control+Enter');
    await expect(capture).toBeHidden();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Поиск' }).pressSequentially('вид доски');
    await page.getByRole('option', { name: /Доски по темам/ }).click();
    await expect(page).toHaveURL(/view=table.*sort=title.*hide=format/);
    await page.getByRole('button', { name: 'Доски по темам' }).click();
    await page.getByRole('menuitem', { name: 'Удалить вид' }).click();
    await expect(notice(page, 'Вид «Доски по темам» удалён')).toBeVisible();
  });

  await test.step('A card is carried by keyboard into the next rubric', async () => {
    await page.goto(`/plan?client=${clientId}&month=${month}&view=board&by=rubric`);
    const column = (name: string) => page.locator('[data-column]').filter({ hasText: name });
    await card(column('Без рубрики'), 'Доска первая').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(card(column('Без рубрики'), 'Доска первая')).toHaveCount(0);
    await expect(card(page, 'Доска первая')).toBeFocused();
    await notice(page, 'Доска первая').getByRole('button', { name: 'Вернуть' }).click();
    await expect(card(column('Без рубрики'), 'Доска первая')).toBeVisible();
  });
});

test('A plan comes from a file: what is wrong is named, and nothing is half-done', async ({ browser }) => {
  const anna = await someone(browser);
  const irina = await someone(browser);
  await signIn(anna, people.manager);
  await signIn(irina, people.owner);
  await openPlan(anna, irina);
  const { page } = anna;
  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
    wizard.locator('input[type=file]').setInputFiles(file);

  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  const wizard = page.getByRole('dialog', { name: 'Загрузить план из таблицы' });

  await choose({ name: 'план.xlsx', mimeType: 'application/x-msdownload', buffer: Buffer.from('4d5a90000300', 'hex') });
  await expect(wizard.getByText('Это не таблица. Нужен файл XLSX или CSV')).toBeVisible();

  await choose(csv('план.csv', `Дата;Время;Тема\n${day};25:00;Первый с доски\n${day};12:00;\n`));
  await expect(wizard.getByText('2 строки с ошибками')).toBeVisible();
  await expect(wizard.getByRole('listitem').filter({ hasText: 'B2' })).toBeVisible();
  await expect(wizard.getByRole('listitem').filter({ hasText: 'C3' })).toBeVisible();
  await expect(wizard.getByRole('button', { name: 'Загрузить', exact: true })).toBeDisabled();

  await wizard.getByRole('button', { name: 'Другой файл' }).click();
  await choose(csv('план.csv', `Число;Что пишем\n${day};Первый с доски\n${day};Второй с доски\n`));
  await expect(wizard.getByText('Не хватает колонок')).toBeVisible();
  for (const [column, meaning] of [
    ['Колонка «Число»', 'Дата'],
    ['Колонка «Что пишем»', 'Тема'],
  ] as const) {
    await wizard.getByRole('combobox', { name: column }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }
  await wizard.getByRole('button', { name: 'Загрузить 2 публикации' }).click();
  await expect(wizard).toBeHidden();
  for (const title of ['Первый с доски', 'Второй с доски']) await expect(dayOf(irina.page, title)).toHaveText('15');

  // What the columns hold is remembered, can be set right without the file, and forgotten.
  await page.getByRole('button', { name: 'Загрузить', exact: true }).click();
  await wizard.getByText(/^Запомнен/).click();
  await wizard.getByRole('button', { name: /^Изменить колонки: Число · Что пишем/ }).click();
  await expect(wizard.getByRole('combobox', { name: 'Колонка «Что пишем»' })).toHaveValue('Тема');
  expect(await violationsOf(page)).toEqual([]);
  await wizard.getByRole('button', { name: /^Забыть: Число · Что пишем/ }).click();
  await page
    .getByRole('dialog', { name: /^Забыть, как разбирали/ })
    .getByRole('button', { name: 'Забыть' })
    .click();
  await expect(wizard.getByRole('button', { name: /^Забыть: Число · Что пишем/ })).toHaveCount(0);
});

test('An idea is noted from any page, found by its tag, dragged onto a day, and given back', async ({ browser }) => {
  const anna = await someone(browser);
  await signIn(anna, people.manager);
  const { page } = anna;
  const text = 'Как пахнет мастерская зимой';
  const ideas = page.getByRole('complementary', { name: 'Идеи' });
  const idea = ideas.getByRole('listitem').filter({ hasText: text });
  const cell = (date: number) => page.getByRole('cell', { name: new RegExp(`^\\S+, ${date}\\s`) });

  const note = page.getByRole('dialog', { name: 'Записать идею' });
  await expect(async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('i');
    await expect(note).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await note.getByLabel('Записать идею').fill(`${text} https://example.com/zima #зимнее`);
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeHidden();

  await openPlan(anna);
  await page.getByRole('button', { name: 'Идеи', exact: true }).click();
  await ideas.getByRole('button', { name: 'Метка' }).click();
  await page.getByRole('checkbox', { name: /#зимнее/ }).check();
  await page.keyboard.press('Escape');
  await expect(ideas.getByRole('listitem')).toHaveCount(1);
  await expect(idea.getByRole('link', { name: 'example.com' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('ideaTag')).toBe('зимнее');

  await idea.dragTo(cell(22));
  await expect(dayOf(page, text)).toHaveText('22');
  await expect(idea).toHaveCount(0);
  await notice(page, text).getByRole('button', { name: 'Вернуть' }).click();
  await expect(card(page, text)).toHaveCount(0);

  // The same by keyboard; then it says where it went.
  await idea.getByRole('button', { name: /^На день/ }).press('Enter');
  await expect(page.getByRole('dialog', { name: /^На день/ }).getByLabel('День')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, text)).toBeVisible();
  await ideas.getByRole('radio', { name: /^В плане/ }).click();
  await expect(idea.getByRole('link', { name: new RegExp(`В плане: ${text}`) })).toHaveAttribute('href', /item=/);
  await notice(page, text).getByRole('button', { name: 'Вернуть' }).click();
  await ideas.getByRole('radio', { name: /^Ждут/ }).click();
  await idea.getByRole('button', { name: /^Убрать идею/ }).click();
  await expect(idea).toHaveCount(0);
});

test('On a phone the month is a list of days that fits its width', async ({ browser }) => {
  const anna = await someone(browser, phone);
  await signIn(anna, people.manager);
  const { page } = anna;
  for (const address of ['', '&view=week', '&view=table']) {
    await page.goto(`/plan?${address.slice(1)}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Публикация', exact: true })).toBeInViewport({ ratio: 1 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
