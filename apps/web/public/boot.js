// Sets theme, density and language before the first paint. A file of its own, and not a module, because the page's
// content security policy allows no inline script and modules run after the first paint.
(function () {
  var look;
  try {
    look = JSON.parse(localStorage.getItem('roost.look') || '{}') || {};
  } catch {
    look = {};
  }
  var root = document.documentElement;
  if (look.theme === 'light' || look.theme === 'dark') root.dataset.theme = look.theme;
  if (look.density === 'compact' || look.density === 'roomy') root.dataset.density = look.density;
  var languages = look.language ? [look.language] : navigator.languages || [];
  for (var i = 0; i < languages.length; i += 1) {
    var short = String(languages[i]).slice(0, 2);
    if (short === 'en' || short === 'fr') {
      root.lang = short;
      break;
    }
  }
})();
