import { expect } from '@playwright/test';
import { pickDay } from '../calendar';
import { monthOf } from '../day';
import { choose, type Person } from '../person';
import { campaign, dueOn, publication, publishOn } from './cast';

export async function planPublication({ page }: Person, clientId: string): Promise<void> {
  await page.goto(`/plan?client=${clientId}&month=${monthOf(publishOn)}`);
  const [day, month] = new Date(`${publishOn}T12:00:00Z`)
    .toLocaleDateString('ru-RU', { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .split(/\s/);
  // A working day is called empty, a day off is not.
  const cell = new RegExp(`^(Пустой день,|Добавить публикацию на) ${day}\\s${month}`);
  await page.getByRole('button', { name: cell }).click();
  const drawer = page.getByRole('dialog', { name: 'Новая публикация' });
  await drawer.getByLabel('Тема').fill(publication);
  await choose(drawer, 'Кампания', campaign);
  await drawer.getByRole('button', { name: 'Добавить в план' }).click();
  await expect(page.getByText('Публикация добавлена')).toBeVisible();
  await expect(page.getByText(publication).first()).toBeVisible();
}

export interface NewTask {
  readonly discipline: 'Текст' | 'Дизайн' | 'Таргетинг';
  readonly type: string;
  readonly title: string;
  readonly assignee: string;
}

/** The next link of the publication's chain, begun in its panel. Answers with the task's id; its brief is open. */
export async function startTask({ page }: Person, clientId: string, task: NewTask): Promise<string> {
  await page.goto(`/plan?client=${clientId}&month=${monthOf(publishOn)}`);
  await page.getByText(publication).first().click();
  await page.getByRole('button', { name: 'Новая задача' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новая задача' });
  await dialog.getByText(task.discipline, { exact: true }).click();
  await dialog.getByLabel('Название').fill(task.title);
  await choose(dialog, 'Что сделать', task.type);
  await choose(dialog, 'Исполнитель', task.assignee);
  await dialog.getByLabel('Срок сдачи').click();
  await pickDay(page, dueOn);
  // Six in the evening is offered.
  await page.getByRole('button', { name: 'Готово', exact: true }).click();
  await dialog.getByRole('button', { name: 'Создать и писать ТЗ' }).click();
  await expect(page).toHaveURL(/\/tasks\/[^/]+\/brief/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
