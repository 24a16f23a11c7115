/// What a page does when somebody points at something: says what it is, and marks it in drawing and table alike. A second click follows the link.
enum PageScript {
  /// The script.
  static let text = """
    (function(){var chosen=null;
    function each(n,f){document.querySelectorAll('[data-n="'+n+'"]').forEach(f)}
    function say(e,l){var f=e.closest('figure');if(f&&l)f.querySelector('.said').textContent=l}
    function show(e){var c=e.target.querySelector&&e.target.querySelector(':scope>title');if(c)say(e.target,c.textContent);
    var t=e.target.closest&&e.target.closest('[data-n]');if(!t)return null;
    document.querySelectorAll('.on').forEach(function(o){o.classList.remove('on')});
    each(t.dataset.n,function(o){o.classList.add('on')});
    if(!c)say(t,t.getAttribute('aria-label'));return t}
    ['pointerover','focusin'].forEach(function(k){document.addEventListener(k,show)});
    document.addEventListener('click',function(e){var t=e.target.closest&&e.target.closest('svg a');if(!t)return;
    if(e.detail>0&&t!==chosen){e.preventDefault();chosen=t;show(e)}});
    })();
    """
}
