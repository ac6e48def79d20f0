import { audience } from '../../authoring';

export const family = audience(
  'Женщины 30–42, Москва и область, двое детей, заканчивают ремонт кухни',
  'Не уверены, что стол встанет по размеру, и боятся срыва доставки',
  'Отличают массив от шпона, про механизмы раздвижных столов не знают',
  'Выбирает сама, цену и размер согласует с мужем',
);

export const dacha = audience(
  'Мужчины 40–60, дом за городом, сами работают руками',
  'Подозревают, что за словом «массив» прячется наценка',
  'Знают породы и инструмент, поймают на неточности',
  'Решает и платит сам',
);

export const palette = ['Хвоя #1f3e36', 'Мёд #e3a94f', 'Бумага #f6efe0', 'Сумерки #27495c'];
export const fonts = ['Inter, полужирный, плотно — заголовки', 'Inter, обычный — подписи от 28 px'];
export const identity = ['logo-sosna.svg', 'brand.pdf, стр. 4–9'];

export const marking = { advertiser: 'ООО «Сосна мебель», ИНН 6950000017', contract: 'М-14/С', kktu: '31.1.2' };
export const utm =
  'utm_source={source}&utm_medium=cpc&utm_campaign={campaign_id}&utm_content={ad_id}&utm_term={segment}';
