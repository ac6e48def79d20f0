/** Words of a part that comes with the form alone: the task's page does without them. */
export const ru = {
  fit: 'Помещается ли текст',
  ownText: 'свой текст',
  asMain: 'общий текст',
  fits: '{{now}} из {{limit}} {{unit}}',
  length: '{{now}} {{unit}}',
  unit: { characters: 'зн.', bytes: 'байт' },
  difference: 'Чем отличается от общего',
  sameAsMain: 'Пока такой же, как общий',
};
