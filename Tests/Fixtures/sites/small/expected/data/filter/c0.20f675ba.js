candorData("<li><a href=\"//integrations/acme/index.html\">Acme &amp; Loyalty</a></li>\n")
