### Mewngofnodi.

sign-in-title = Mewngofnodi
sign-in-lead = Ar gyfer timau adolygu. Nid oes angen i chi fewngofnodi i ateb galwad am dystiolaeth.
sign-in = Mewngofnodi
email = Cyfeiriad e-bost
password = Cyfrinair
error-email-missing = Rhowch eich cyfeiriad e-bost
error-password-missing = Rhowch eich cyfrinair
error-sign-in-wrong = Nid yw’r cyfeiriad e-bost a’r cyfrinair yn perthyn i’w gilydd. Gwiriwch y ddau a rhowch gynnig arall arni.
error-sign-in-slow = Bu gormod o gynigion. Arhoswch { $minutes } munud a rhowch gynnig arall arni.
