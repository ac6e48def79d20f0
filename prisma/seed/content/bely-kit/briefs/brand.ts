import { audience } from '../../authoring';

export const delaying = audience(
  '28–50, не были у врача больше года',
  'Стыдно за перерыв, страшно за счёт',
  'Слова знают, процедур не представляют',
  'Решают сами и долго',
);
export const mother = audience(
  'Мамы детей 2–7 лет, два района Казани',
  'Ребёнок испугался в другой клинике',
  'Читают про фтор, спорят о молочных',
  'Решают сами, спрашивают в чате садика',
);

export const palette = ['Глубина #17385a', 'Волна #58a6c4', 'Пена #e4f1f6', 'Коралл #f2836b'];
export const fonts = ['Inter, полужирный — заголовки', 'Inter, обычный — дисклеймер, 5 % высоты'];
export const identity = ['kit-znak.svg', 'disclaimer-bloki.fig'];
export const marking = { advertiser: 'ООО «Белый кит», ИНН 1655000049', contract: 'М-15/БК', kktu: '30.10.1' };
export const utm =
  'utm_source={source}&utm_medium=cpc&utm_campaign={campaign_id}&utm_content={ad_id}&utm_term={keyword}';
export const legal = 'Реклама. ООО «Белый кит», ИНН 1655000049, лицензия Л041-01181-16/00000000';
