### Geiriau pob tudalen a wêl y cyhoedd. Heb eu gwirio eto gan gyfieithydd.

page-title = { $title } – Folkmoot
problem-page-title = Gwall: { $title }
skip-to-content = Neidio i’r prif gynnwys
back = Yn ôl
change = Newid
warning = Rhybudd
problem-title = Mae problem
problem-prefix = Gwall:

demonstration-label = Arddangosiad
demonstration-text = Mae’r ymatebion, y bobl a’r sefydliadau sy’n ateb yn ddychmygol. Peidiwch ag anfon dim byd go iawn.

nav-label = Prif ddewislen
nav-calls = Galwadau am dystiolaeth
nav-recommendations = Argymhellion
nav-assemblies = Cynulliadau
nav-team = Ardal y tîm
nav-sign-in = Mewngofnodi
sign-out = Allgofnodi

footer-accessibility = Datganiad hygyrchedd
footer-privacy = Preifatrwydd
footer-security = Diogelwch
footer-my-words = I ble’r aeth fy ngeiriau?
footer-about = Ynghylch Folkmoot
footer-unchecked = Nid yw’r testun Cymraeg hwn wedi ei wirio gan gyfieithydd eto.
footer-made-with = Meddalwedd rydd o dan drwydded MIT yw Folkmoot.

instant = { $clock } ar { $day } { $month } { $year }
day = { $day } { $month } { $year }
midday = hanner dydd
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

home-title = Dywedwch yr hyn a wyddoch. Gwelwch beth ddaeth ohono.
home-lead = Yma mae adolygiadau a chynulliadau yn gofyn i bobl a sefydliadau am dystiolaeth. Caiff yr hyn a anfonwch ei ddarllen, ac mae pob argymhelliad yn pwyntio’n ôl at y geiriau y mae’n sefyll arnynt.
home-open = Ar agor nawr
home-all-calls = Pob galwad am dystiolaeth
home-how = Sut mae’n gweithio
home-step-1 = Rydych chi’n ateb
home-step-1-text = Nid oes angen cyfrif. Gallwch stopio a dod yn ôl yn nes ymlaen, ar ddyfais arall os dymunwch.
home-step-2 = Mae’r tîm yn darllen
home-step-2-text = Darllenir pob ymateb. Mae dadansoddwyr yn nodi’r geiriau sy’n bwysig ac yn eu grwpio yn ôl thema.
home-step-3 = Canfyddiadau ac argymhellion
home-step-3-text = Mae pob argymhelliad yn sefyll ar ganfyddiadau, a phob canfyddiad ar union eiriau’r ymatebion.
home-step-4 = Ateb a chynnydd
home-step-4-text = Cofnodir ateb y llywodraeth wrth ymyl pob argymhelliad, a hefyd yr hyn a wnaed.

about-title = Ynghylch Folkmoot
about-1 = Porth cod agored yw Folkmoot ar gyfer galwadau am dystiolaeth a phopeth sy’n dilyn: ymatebion, dadansoddi, canfyddiadau, argymhellion, atebion, a’r cynulliadau sy’n parhau’r gwaith.
about-2 = Cynulliad awyr agored yn Lloegr gynnar oedd folkmoot, lle gallai unrhyw berson rhydd siarad.
about-3 = Yr enghraifft yw Adolygiad Hewitt o systemau gofal integredig yn Lloegr, 2022 a 2023. Mae pob ffaith am yr adolygiad hwnnw yn nodi ei ffynhonnell. Mae popeth dychmygol yn dweud hynny.

accessibility-title = Datganiad hygyrchedd
accessibility-1 = Rydym am i bawb allu ateb. Mae pob ffurflen a phob tudalen ddarllen yn gweithio heb sgript, gyda bysellfwrdd yn unig, ar sgrin 320 picsel o led, ac wedi ei chwyddo i 400%.
accessibility-2 = Caiff pob math o dudalen ei wirio yn erbyn WCAG 2.2 lefel AA gan wiriwr awtomatig mewn porwr go iawn. Dim ond rhai rhwystrau y mae gwiriad awtomatig yn eu canfod. Nid yw profion gyda phobl sy’n defnyddio darllenwyr sgrin a chymhorthion eraill wedi eu gwneud eto.
accessibility-3 = Os cewch rwystr, ysgrifennwch at y cyswllt ar dudalen yr alwad. Bydd y tîm yn eich helpu i ateb mewn ffordd arall, ac mae ymateb drwy e-bost neu ar bapur yn cyfrif yr un fath.

privacy-title = Preifatrwydd
privacy-1 = Mae gan bob galwad am dystiolaeth ei hysbysiad preifatrwydd ei hun ar ei thudalen. Mae’n dweud pwy sy’n gyfrifol, beth a wneir â’r hyn a anfonwch, ac am ba hyd y caiff ei gadw.
privacy-2 = Dim ond pan ddechreuwch ymateb, mewngofnodi neu agor dolen bersonol gwahoddiad i ateb y mae’r wefan hon yn gosod cwci. Mae’r cwci’n diflannu pan gaewch y porwr. Nid oes cwcis eraill, dim cyfrifwyr a dim cynnwys o wefannau eraill.
privacy-3 = Ni chedwir eich cyfeiriad rhwydwaith gyda’ch ymateb.
privacy-members = Os ydych yn gweithredu dros sefydliad yma, bydd ei aelodau eraill yn gweld eich enw, a’i berchnogion eich cyfeiriad e-bost, ac ni ddywedir wrth y cyhoedd; mae cofnod y tîm adolygu o bwy wnaeth beth yn dangos i chi ymuno neu adael. Os gofynnwch am weithredu dros un, bydd ei berchnogion yn gweld y ddau gyda’r hyn a ysgrifennwch; y tîm adolygu fydd yn gwneud hynny lle nad oes perchennog.
privacy-stories = Os adroddwch eich stori i grŵp sy’n casglu straeon yma, bydd ei aelodau sy’n ateb yr alwad yn ei darllen, a bydd y tîm adolygu’n darllen dim ond yr hyn y mae’r grŵp yn ei ddyfynnu, fel y caniatewch. Gyda’ch dolen eich hun gallwch newid hynny nes bod y grŵp wedi anfon ei ymateb, a thynnu eich stori’n ôl ar unrhyw adeg. Caiff y cyfan ei ddileu 90 diwrnod ar ôl i’r alwad gau; mae’r hyn a ddyfynnwyd yn aros yn yr ymateb.
privacy-4 = Os gofynnwch am lythyrau am rywbeth, rydym yn cadw eich cyfeiriad e-bost, yr hyn rydych chi’n ei ddilyn, ac ers pryd. Rydym yn eu defnyddio ar gyfer y llythyrau hyn yn unig. Caiff cyfeiriad nad oes neb wedi’i gadarnhau ei ddileu ar ôl 7 diwrnod. Pan ataliwch yr olaf o’ch llythyrau caiff eich cyfeiriad ei ddileu ar unwaith. O’r llythyrau a anfonwyd rydym yn cadw at bwy yr aethant, a’r hyn a ddywedasant, am 180 diwrnod.
privacy-5 = Os bydd tîm adolygu’n eich gwahodd drwy lythyr i ateb galwad, mae’n rhoi eich enw a’ch cyfeiriad e-bost i ni. Rydym yn cadw a ydych wedi dechrau ac ateb, a dim sy’n clymu’r hyn a ysgrifennoch wrth eich gwahoddiad. Mae’r tîm yn gweld pwy sydd wedi ateb, a byth beth. Caiff y cyfan ei ddileu 180 diwrnod ar ôl i’r alwad gau, neu cyn hynny os gofynnwch.

security-title = Diogelwch
security-1 = Os daethoch o hyd i wendid yn y wefan hon, dywedwch wrth y rhai sy’n ei rhedeg, yn breifat. Mae’r ffeil /.well-known/security.txt ar y wefan hon yn dweud ble i ysgrifennu. Stopiwch cyn gynted ag y gallwch ddangos y gwendid, peidiwch â chadw data, a pheidiwch â dweud wrth neb nes iddo gael ei drwsio. Ni erlynir neb sy’n gweithredu yn yr ysbryd hwn.
security-2 = Penderfynir mewn un lle pwy gaiff weld beth, ac mae pob tudalen a phob gweithred yn mynd heibio iddo. Mae popeth a wna’r tîm ar gofnod sy’n dangos a gafodd ei newid.
security-3 = Nid oes dim o wefannau eraill ar y tudalennau, na sgript na wnaed ar eu cyfer. Dangosir yr hyn y mae pobl yn ei ysgrifennu fel testun bob amser.
security-4 = Lle daw llawer o geisiadau o un cyfeiriad mewn amser byr, mae’r wefan yn gofyn am aros. Caiff ymateb sy’n edrych fel pe bai rhaglen wedi ei anfon ei ddal yn ôl nes i berson benderfynu. Ni theflir yr un i ffwrdd, ac nid oes rhaid i neb ddatrys pos.

not-found-title = Heb ganfod y dudalen
not-found-text = Os teipioch y cyfeiriad, gwiriwch ei fod yn gywir. Os dilynoch ddolen, efallai ei bod wedi dyddio.
not-found-calls = Gweld pob galwad am dystiolaeth
forbidden-title = Ni allwch weld y dudalen hon
forbidden-1 = Nid oes gan eich cyfrif y rôl sydd ei hangen ar y dudalen hon.
forbidden-2 = Gofynnwch i weinyddwr eich tîm os credwch y dylai fod ganddo.
refused-title = Ni wnaed hynny
too-often-title = Arhoswch ychydig, ac anfonwch eto
too-often-text = { $seconds ->
    [one] Daeth cymaint o’ch rhwydwaith mewn amser byr nes ein bod yn gofyn ichi aros am un eiliad. Ni chollwyd dim a deipiwyd gennych: ail-lwythwch y dudalen hon i’w anfon eto.
   *[other] Daeth cymaint o’ch rhwydwaith mewn amser byr nes ein bod yn gofyn ichi aros am { $seconds } eiliad. Ni chollwyd dim a deipiwyd gennych: ail-lwythwch y dudalen hon i’w anfon eto.
}
broken-title = Mae’n ddrwg gennym, aeth rhywbeth o’i le
broken-1 = Nid eich bai chi yw hyn. Mae’r hyn a gadwyd gennych yn dal ar gadw. Rhowch gynnig arall arni ymhen ychydig funudau.
broken-2 = Os bydd yn digwydd eto, rhowch y rhif hwn i’r tîm: { $number }.
error-other-site = Anfonwyd y ffurflen o dudalen ar wefan arall. Agorwch y dudalen yma a’i hanfon eto.
error-form-too-large = Mae’r hyn a anfonoch yn rhy fawr. Byrhewch ef, neu anfonwch ddogfen hir at y cyswllt ar dudalen yr alwad.
error-title-long = Byrhewch hyn i { $limit } o nodau
