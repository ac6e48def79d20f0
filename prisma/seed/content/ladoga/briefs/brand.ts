import { audience } from '../../authoring';

export const couple = audience(
  'Пары 30–45 из Петербурга, работают за экраном',
  'Устали от людей, боятся соседей с колонкой',
  'Были в пяти загородных отелях, помнят один',
  'Выбирает она, везёт он',
);
export const family = audience(
  'Родители 32–45, дети 4–12 лет',
  'Что делать в дождь и чем кормить',
  'Сравнивают по отзывам и картам',
  'Решают вместе',
);

export const palette = ['Озеро #16343f', 'Туман #dfe7e4', 'Огонь #e6a24a', 'Ельник #2c4a3c', 'Закат #e8b98f'];
export const fonts = ['Inter, полужирный, много воздуха — заголовки', 'Inter, строчными — подписи'];
export const identity = ['ladoga-logo.svg', 'linii-berega.ai'];
export const marking = { advertiser: 'ООО «Ладожский берег», ИНН 4712000058', contract: 'М-17/Л', kktu: '26.2.1' };
export const utm = 'utm_source={source}&utm_medium=cpc&utm_campaign={campaign_id}&utm_content={ad_id}';
