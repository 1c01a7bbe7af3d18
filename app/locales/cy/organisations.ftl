### Cyfeiriadur y sefydliadau, a thudalen pob un. Heb eu gwirio eto gan gyfieithydd.

organisations-title = Sefydliadau
organisations-lead = Y cyrff sy’n ateb galwadau am dystiolaeth, y mae adolygiadau’n ysgrifennu amdanynt, ac a ddilynodd ei gilydd. Mae pob tudalen yn dweud beth yw corff, ble y mae, a beth a ddaeth o’i flaen ac ar ei ôl.
organisations-name = Enw neu god
organisation-kind = Math o sefydliad
organisation-area = Rhanbarth neu system
organisations-any-kind = Unrhyw fath
organisations-any-area = Unrhyw le
organisations-times = Cynnwys
organisations-with-ended = Hefyd y rhai sydd wedi dod i ben
organisations-find = Chwilio
organisations-all = Dangos pob sefydliad heddiw
organisations-none = Nid oes sefydliad fel hyn yn y cyfeiriadur.
organisations-count = { $count ->
    [one] 1 sefydliad
   *[other] { $count } o sefydliadau
}
organisation-area-option = { $name } ({ $kind })
organisation-kind-region = Rhanbarth GIG Lloegr
organisation-kind-system = System gofal integredig
organisation-kind-board = Bwrdd gofal integredig
organisation-kind-trust = Ymddiriedolaeth neu ymddiriedolaeth sefydledig y GIG
organisation-kind-primary-care = Gofal sylfaenol
organisation-kind-nhs-body = Corff arall y GIG
organisation-kind-local-authority = Awdurdod lleol
organisation-kind-care-provider = Darparwr gofal cymdeithasol
organisation-kind-voluntary = Gwirfoddol, cymunedol neu fenter gymdeithasol
organisation-kind-patient-group = Grŵp cleifion neu ofalwyr
organisation-kind-professional-body = Corff proffesiynol
organisation-kind-trade-union = Undeb llafur
organisation-kind-regulator = Rheoleiddiwr neu arolygiaeth
organisation-kind-government = Adran neu asiantaeth y llywodraeth
organisation-kind-research = Prifysgol, ymchwil neu felin drafod
organisation-kind-company = Cwmni
organisation-kind-other = Arall
organisation-code-ods = Cod y Gwasanaeth Data Sefydliadau
organisation-code-charity = Rhif elusen
organisation-code-company = Rhif cwmni
organisation-code-ons = Cod y Swyddfa Ystadegau Gwladol
about-sector-short = Sector
organisation-website = Gwefan
organisation-since = O
organisation-until = hyd { $when }
organisation-ended = Daeth i ben ar { $when }.
organisation-ends = Daw i ben ar { $when }.
organisation-followed-by = Fe’i dilynwyd gan
organisation-predecessors = Beth y mae’n ei ddilyn
organisation-within = { $count ->
    [one] Gweld yr 1 sefydliad ynddi
   *[other] Gweld y { $count } sefydliad ynddi
}
organisation-quoted = Canfyddiadau sy’n ei ddyfynnu
organisation-quoted-none = Nid oes canfyddiad cyhoeddedig yn ei ddyfynnu wrth ei enw.
organisation-keep = Cadw’r cofnod hwn o’r cyfeiriadur
about-organisation-hint = Bydd unrhyw enw’n gwneud y tro. Cynigir enwau o’r cyfeiriadur wrth i chi deipio.
