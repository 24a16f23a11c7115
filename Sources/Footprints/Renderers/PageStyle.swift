/// How a page looks: on a screen, light or dark as its reader prefers, on a telephone, and on paper.
enum PageStyle {
  /// The rules.
  static let rules = """
    body{font:16px/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff;margin:0 auto;max-width:70rem;padding:1rem}
    h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2.2rem}h3{font-size:1.1rem;margin-top:1.6rem}h4{font-size:1rem}
    h1,h2,h3{max-width:45rem;overflow-wrap:anywhere}
    p,ul,ol{max-width:45rem}a{color:#00517a}:focus-visible{outline:3px solid #b35c00;outline-offset:2px}
    .headlines{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1rem;max-width:none}
    .headlines li{flex:1 1 12rem;max-width:22rem;border-top:4px solid #00517a;padding-top:.4rem}.headlines strong{display:block;font-size:2rem;line-height:1.2}
    nav ol{columns:2;column-gap:2.5rem;padding-left:1.5rem}
    .table,.drawing{overflow-x:auto}
    table{border-collapse:collapse;font-size:.9rem}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    th,td{border-bottom:1px solid #8a9297;padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}
    tbody th{font-weight:normal}.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}thead th{white-space:normal;vertical-align:bottom}
    tr:target,tr.on{background:#fff2c9}
    figure{margin:1.5rem 0}figcaption{max-width:45rem;margin-bottom:.6rem}
    svg.figure{display:block;width:100%;max-width:60rem;min-width:34rem;height:auto}
    .said{min-height:1.5em;margin:.3rem 0 0}
    footer{border-top:1px solid #8a9297;color:#4b555a;font-size:.85rem;margin-top:2rem}
    @media (max-width:40rem){nav ol{columns:1}h1{font-size:1.5rem}}
    @media screen and (prefers-color-scheme:dark){
    body{color:#f3f5f6;background:#101418}a{color:#7cc4ee}th,td,footer{border-color:#5f6a70}.headlines li{border-color:#7cc4ee}footer{color:#b4bec4}
    :focus-visible{outline-color:#ffbf47}tr:target,tr.on{background:#4a3b00}
    }
    @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
    @media print{body{max-width:none;padding:0;font-size:10pt}nav,.said{display:none}a{color:inherit;text-decoration:none}
    .table,.drawing{overflow:visible}tr,figure{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group;break-after:avoid}tbody tr:first-child{break-before:avoid}
    table{font-size:8pt}svg.figure{min-width:0;max-height:15cm}}
    \(FigureStyle.page)
    """
}
