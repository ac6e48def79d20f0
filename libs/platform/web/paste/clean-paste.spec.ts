import { describe, expect, it } from '@jest/globals';
import { cleanPasted } from './clean-paste';

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:""}</style></head><body>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><!--StartFragment-->
<h2 style='mso-outline-level:2'>О чём пост<o:p></o:p></h2><p class=MsoNormal style='margin:0'><b style='mso-bidi-font-weight:normal'>Стол</b> для
<span style='font-style:italic'>всех</span><span class=MsoCommentReference><span style='mso-special-character:comment'><a href="#_msocom_1">[А1]</a></span></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Раздвигается</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Из сосны</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Позвонить</p>
<p class=MsoNormal><a href="https://sosna.ru/stol">Каталог</a> и <a name="_Toc1">закладка</a></p>
<div style='mso-element:comment-list'><p class=MsoCommentText>Не согласен</p></div><!--EndFragment--></body></html>`;

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400">О чём пост</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700;color:#000">Стол</span><span style="font-weight:400"> для всех</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
<ul style="margin:0"><li dir="ltr" aria-level="1"><p dir="ltr"><span>Раздвигается</span></p></li></ul>
<p><a href="https://www.google.com/url?q=https://sosna.ru/stol&amp;sa=D" style="text-decoration:none"><span style="color:#1155cc">Каталог</span></a></p></b>
<div style="border:1px solid black"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Не согласен</span></p></div>`;

const flat = (html: string) => html.replace(/\s+/g, ' ').replace(/> </g, '><').trim();

describe('pasted text', () => {
  it('of Word keeps headings, lists, bold and links, and nothing else', () => {
    expect(flat(cleanPasted(word))).toBe(
      '<h2>О чём пост</h2><p><b>Стол</b> для <em>всех</em></p><ul><li>Раздвигается</li><li>Из сосны</li></ul>' +
        '<ol><li>Позвонить</li></ol><p><a href="https://sosna.ru/stol">Каталог</a> и закладка</p>',
    );
  });

  it('of Google Docs does so too, and its links lead where they say', () => {
    expect(flat(cleanPasted(docs))).toBe(
      '<h2>О чём пост</h2><p><strong>Стол</strong> для всех</p><ul><li><p>Раздвигается</p></li></ul>' +
        '<p><a href="https://sosna.ru/stol">Каталог</a></p>',
    );
  });

  it.each([
    ['<p onclick="alert(1)">слово</p>', '<p>слово</p>'],
    ['<a href="javascript:alert(1)">слово</a>', 'слово'],
    ['<img src="https://evil.example/x.png" onerror="alert(1)">слово', 'слово'],
    ['<script>alert(1)</script><p>слово</p>', '<p>слово</p>'],
    ['<table><tr><td>раз</td><td>два</td></tr></table>', '<p>раз</p><p>два</p>'],
    ['<div>раз</div><div>два</div>', '<p>раз</p><p>два</p>'],
  ])('%s', (html, clean) => {
    expect(flat(cleanPasted(html))).toBe(clean);
  });
});
