/// What a page does when somebody points at something: says what it is, and marks it in drawing and table alike. A second click follows the link.
enum PageScript {
  /// The script.
  static let text = """
    (function(){var chosen=null;
    function each(n,f){document.querySelectorAll('[data-n="'+n+'"]').forEach(f)}
    function show(e){var t=e.target.closest&&e.target.closest('[data-n]');if(!t)return null;
    document.querySelectorAll('.on').forEach(function(o){o.classList.remove('on')});
    each(t.dataset.n,function(o){o.classList.add('on')});
    var f=t.closest('figure'),l=t.getAttribute('aria-label');if(f&&l)f.querySelector('.said').textContent=l;return t}
    ['pointerover','focusin'].forEach(function(k){document.addEventListener(k,show)});
    document.addEventListener('click',function(e){var t=e.target.closest&&e.target.closest('svg a');if(!t)return;
    if(e.detail>0&&t!==chosen){e.preventDefault();chosen=t;show(e)}});
    })();
    """
}
