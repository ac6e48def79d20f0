/** The passwords of ten characters and more that leaked lists begin with, Russian keyboards included. Lower case. */
export const commonPasswords: ReadonlySet<string> = new Set([
  '1234567890', '0123456789', '0987654321', '9876543210', '12345678910', '123456789a', 'a123456789', '1q2w3e4r5t',
  '1qaz2wsx3edc', '1q2w3e4r5t6y', 'q1w2e3r4t5', 'q1w2e3r4t5y6', 'qwertyuiop', 'qwertyuiop[]', 'qwerty1234',
  'qwerty12345', 'qwerty123456', 'qwerty123!', '1234qwerty', '12345qwert', '123456qwerty', 'asdfghjkl;', 'asdfghjkl1',
  'zxcvbnm123', 'zxcvbnm,./', 'qazwsxedcrfv', 'qazwsxedc1', '!qaz2wsx3edc', 'password12', 'password123', 'password1234',
  'password12345', 'password123!', 'password1!', 'passw0rd123', 'p@ssw0rd123', 'p@ssword123', 'mypassword', 'changeme123',
  'iloveyou12', 'iloveyou123', 'welcome123', 'welcome1234', 'letmein123', 'letmein1234', 'administrator', 'admin12345',
  'admin123456', 'adminadmin', 'superadmin', 'rootroot12', 'test123456', 'testtest12', 'testtest123', 'user123456',
  'abc1234567', 'abcd123456', 'abcde12345', 'abcdef1234', 'abcdefghij', 'abcdefghijk', 'sunshine12', 'football12',
  'basketball', 'liverpool1', 'manchester', 'chocolate1', 'princess12', 'dragon1234', 'monkey1234', 'michelle12',
  'йцукенгшщз', 'йцукенгшщзхъ', 'йцукен1234', 'йцукен12345', 'фывапролдж', 'фывапролджэ', 'пароль1234', 'пароль12345',
  'пароль123456', 'мойпароль1', 'мойпароль123', 'gfhjkm1234', 'gfhjkm12345', 'gfhjkm123456', 'qwerty777777',
  'samsung123', 'natasha123', 'kristina12', 'nastya1234', 'marina1234', 'vladimir12', 'aleksandr1', 'aleksandra',
  'alexander1', 'ekaterina1', 'anastasiya', 'anastasia1', 'konstantin', 'valentina1', 'spartak1922', 'planerka123',
  'planerka2025', 'planerka2026', 'планерка123', 'агентство1', 'agency12345', 'manager123', 'marketing1', 'marketing123',
]);
