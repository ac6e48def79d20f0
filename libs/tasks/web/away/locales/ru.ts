export const ru = {
  VACATION: 'в отпуске до {{day}}',
  SICK: 'болеет до {{day}}',
  OTHER: 'не работает до {{day}}',
};
