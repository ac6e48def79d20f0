// Before the first paint, so that a dark desk never flashes white. A file of its own: the content security policy allows no inline script.
(function () {
  var choice = 'auto';
  var language = 'ru';
  try {
    choice = localStorage.getItem('planerka.theme') || 'auto';
    language = localStorage.getItem('planerka.language') || 'ru';
  } catch (e) {}
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.lang = language === 'en' ? 'en' : 'ru';
})();
