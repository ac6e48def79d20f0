import { audience } from '../../authoring';

export const neighbour = audience(
  'Живут и работают рядом с кофейней, 24–40, берут кофе с собой',
  'Очередь утром, непонятные названия',
  'Три напитка по имени',
  'Решают за десять секунд у стойки',
);
export const homeBarista = audience(
  'Варят дома, 27–45, турка или гейзер, покупают зерно раз в месяц',
  'Рецепты спорят друг с другом, зерно лежалое',
  'Знают обработку, есть весы',
  'Решают сами по отзывам',
);

export const palette = ['Обжарка #3a241c', 'Рассвет #c2603d', 'Солнце #f0b24b', 'Молоко #fbf3e7', 'Шалфей #7d8f69'];
export const fonts = ['Inter, жирный — заголовки в две строки', 'Inter, средний — граммы и цены'];
export const identity = ['utro-znak.svg', 'stakany-krivye.ai'];
export const marking = { advertiser: 'ИП Лосева Д. А., ИНН 526000000034', contract: 'М-16/У', kktu: '28.1.1' };
export const utm = 'utm_source={source}&utm_medium=cpc&utm_campaign={campaign_id}&utm_content={ad_id}';
