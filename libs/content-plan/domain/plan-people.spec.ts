import { describe, expect, it } from '@jest/globals';
import { personIn, type PlanPerson } from './plan-people';

const person = (id: string, name: string, ...disciplines: PlanPerson['disciplines']): PlanPerson => ({
  id,
  name,
  email: `${id}@mayak.example`,
  disciplines,
});
const people = [
  person('maria', 'Мария Орлова', 'copy'),
  person('mikhail', 'Михаил Орлов', 'copy'),
  person('timur', 'Тимур Галиев', 'design'),
  person('fedor', 'Фёдор Лис', 'copy'),
  person('anna1', 'Анна Ким', 'copy'),
  person('anna2', 'Анна Ким', 'copy'),
  person('ivan1', 'Иван Дуб', 'copy'),
  person('ivan2', 'Иван Дуб', 'design'),
];
const read = (text: string) => {
  const found = personIn(text, people, 'copy');
  return found.ok ? found.value.id : found.error.code;
};

describe('A person in a cell', () => {
  it.each([
    ['Мария Орлова', 'maria'],
    ['орлова  мария', 'maria'],
    ['Орлова М.', 'maria'],
    ['М. Орлова', 'maria'],
    ['Орлова М.В.', 'maria'],
    ['М. Орлов', 'mikhail'],
    ['MARIA@mayak.example ', 'maria'],
    ['Федор Лис', 'fedor'],
    ['Иван Дуб', 'ivan1'],
    ['Мария', 'nobody_called'],
    ['Орлова', 'nobody_called'],
    ['О. Мария', 'maria'],
    ['А. Орлова', 'nobody_called'],
    ['М. О.', 'nobody_called'],
    ['Мария Орловская', 'nobody_called'],
    ['кто-нибудь', 'nobody_called'],
    ['nobody@mayak.example', 'nobody_called'],
    ['Анна Ким', 'several_people'],
    ['Ким А.', 'several_people'],
    ['Тимур Галиев', 'cannot_take_named'],
    ['', 'nobody_called'],
  ])('«%s» is %s', (text, found) => {
    expect(read(text)).toBe(found);
  });

  it('is named where it is not clear who', () => {
    const found = personIn('Анна Ким', people, 'copy');
    expect(found).toMatchObject({ error: { params: { names: ['anna1@mayak.example', 'anna2@mayak.example'] } } });
  });
});
