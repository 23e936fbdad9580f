// Made by list-files; run it after a file is added to Themes/default, packs, preview, report, schemas or starter, or removed.
#include "built_in_files.h"

// #embed is newer than the C that the package manager asks for, and the compiler has it nevertheless.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Sources/CBuiltInFiles/packs/atlassian.json" if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Sources/CBuiltInFiles/packs/chrome.json" if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Sources/CBuiltInFiles/packs/datadog.json" if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Sources/CBuiltInFiles/packs/github.json" if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Sources/CBuiltInFiles/packs/google.json" if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Sources/CBuiltInFiles/packs/hubspot.json" if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Sources/CBuiltInFiles/packs/intercom.json" if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Sources/CBuiltInFiles/packs/moengage.json" if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Sources/CBuiltInFiles/packs/shopify.json" if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Sources/CBuiltInFiles/packs/slack.json" if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Sources/CBuiltInFiles/packs/stripe.json" if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Sources/CBuiltInFiles/preview/preview.js" if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Sources/CBuiltInFiles/report/cell.mustache" if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Sources/CBuiltInFiles/report/coverage.mustache" if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Sources/CBuiltInFiles/report/feature-rows.mustache" if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Sources/CBuiltInFiles/report/finding.mustache" if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Sources/CBuiltInFiles/report/gained-lost.mustache" if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../Sources/CBuiltInFiles/report/layout.mustache" if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../Sources/CBuiltInFiles/report/listing.mustache" if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../Sources/CBuiltInFiles/report/mark.mustache" if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../Sources/CBuiltInFiles/report/overview.mustache" if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../Sources/CBuiltInFiles/report/place.mustache" if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../Sources/CBuiltInFiles/report/release.mustache" if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../Sources/CBuiltInFiles/report/report.css" if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../Sources/CBuiltInFiles/report/scope-row.mustache" if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../Sources/CBuiltInFiles/schemas/diagnostics.json" if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../Sources/CBuiltInFiles/schemas/diff.json" if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../Sources/CBuiltInFiles/schemas/listing.json" if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../Sources/CBuiltInFiles/schemas/report.json" if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/integrations/evening-digest/index.md" if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/integrations/evening-digest/integration.json" if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/integrations/evening-digest/media/digest.png" if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/integrations/evening-digest/setup.md" if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/pages/how-to-read-a-listing.md" if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/platform.json" if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../Sources/CBuiltInFiles/starter/Content/site.json" if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../Themes/default/assets/00-theme.css" if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../Themes/default/assets/00-theme.js" if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../Themes/default/assets/05-texts.js" if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../Themes/default/assets/10-base.css" if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../Themes/default/assets/10-menus.js" if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../Themes/default/assets/20-contents.js" if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../Themes/default/assets/20-layout.css" if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../Themes/default/assets/30-copy.js" if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../Themes/default/assets/30-directory.css" if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../Themes/default/assets/40-listing.css" if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../Themes/default/assets/40-search.js" if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../Themes/default/assets/45-filter.js" if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../Themes/default/assets/50-gallery.js" if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../Themes/default/assets/50-permissions.css" if_empty(0)
};
static const unsigned char file_50[] = {
#embed "../../Themes/default/assets/60-lightbox.js" if_empty(0)
};
static const unsigned char file_51[] = {
#embed "../../Themes/default/assets/60-prose.css" if_empty(0)
};
static const unsigned char file_52[] = {
#embed "../../Themes/default/assets/70-media.css" if_empty(0)
};
static const unsigned char file_53[] = {
#embed "../../Themes/default/assets/70-videos.js" if_empty(0)
};
static const unsigned char file_54[] = {
#embed "../../Themes/default/assets/90-print.css" if_empty(0)
};
static const unsigned char file_55[] = {
#embed "../../Themes/default/assets/icon.svg" if_empty(0)
};
static const unsigned char file_56[] = {
#embed "../../Themes/default/assets/social.png" if_empty(0)
};
static const unsigned char file_57[] = {
#embed "../../Themes/default/templates/badges.mustache" if_empty(0)
};
static const unsigned char file_58[] = {
#embed "../../Themes/default/templates/breadcrumbs.mustache" if_empty(0)
};
static const unsigned char file_59[] = {
#embed "../../Themes/default/templates/card.mustache" if_empty(0)
};
static const unsigned char file_60[] = {
#embed "../../Themes/default/templates/cards.mustache" if_empty(0)
};
static const unsigned char file_61[] = {
#embed "../../Themes/default/templates/category.mustache" if_empty(0)
};
static const unsigned char file_62[] = {
#embed "../../Themes/default/templates/contents-links.mustache" if_empty(0)
};
static const unsigned char file_63[] = {
#embed "../../Themes/default/templates/contents.mustache" if_empty(0)
};
static const unsigned char file_64[] = {
#embed "../../Themes/default/templates/data-table.mustache" if_empty(0)
};
static const unsigned char file_65[] = {
#embed "../../Themes/default/templates/directory.mustache" if_empty(0)
};
static const unsigned char file_66[] = {
#embed "../../Themes/default/templates/features.mustache" if_empty(0)
};
static const unsigned char file_67[] = {
#embed "../../Themes/default/templates/filter-cards.mustache" if_empty(0)
};
static const unsigned char file_68[] = {
#embed "../../Themes/default/templates/filter.mustache" if_empty(0)
};
static const unsigned char file_69[] = {
#embed "../../Themes/default/templates/footer.mustache" if_empty(0)
};
static const unsigned char file_70[] = {
#embed "../../Themes/default/templates/gallery.mustache" if_empty(0)
};
static const unsigned char file_71[] = {
#embed "../../Themes/default/templates/header.mustache" if_empty(0)
};
static const unsigned char file_72[] = {
#embed "../../Themes/default/templates/languages.mustache" if_empty(0)
};
static const unsigned char file_73[] = {
#embed "../../Themes/default/templates/layout.mustache" if_empty(0)
};
static const unsigned char file_74[] = {
#embed "../../Themes/default/templates/listing-facts.mustache" if_empty(0)
};
static const unsigned char file_75[] = {
#embed "../../Themes/default/templates/listing-header.mustache" if_empty(0)
};
static const unsigned char file_76[] = {
#embed "../../Themes/default/templates/listing.mustache" if_empty(0)
};
static const unsigned char file_77[] = {
#embed "../../Themes/default/templates/logo.mustache" if_empty(0)
};
static const unsigned char file_78[] = {
#embed "../../Themes/default/templates/metadata.mustache" if_empty(0)
};
static const unsigned char file_79[] = {
#embed "../../Themes/default/templates/narrow-menus.mustache" if_empty(0)
};
static const unsigned char file_80[] = {
#embed "../../Themes/default/templates/neighbours.mustache" if_empty(0)
};
static const unsigned char file_81[] = {
#embed "../../Themes/default/templates/not-found.mustache" if_empty(0)
};
static const unsigned char file_82[] = {
#embed "../../Themes/default/templates/page.mustache" if_empty(0)
};
static const unsigned char file_83[] = {
#embed "../../Themes/default/templates/pagination.mustache" if_empty(0)
};
static const unsigned char file_84[] = {
#embed "../../Themes/default/templates/permission-label.mustache" if_empty(0)
};
static const unsigned char file_85[] = {
#embed "../../Themes/default/templates/permission-row.mustache" if_empty(0)
};
static const unsigned char file_86[] = {
#embed "../../Themes/default/templates/permission-table.mustache" if_empty(0)
};
static const unsigned char file_87[] = {
#embed "../../Themes/default/templates/releases.mustache" if_empty(0)
};
static const unsigned char file_88[] = {
#embed "../../Themes/default/templates/scope-link.mustache" if_empty(0)
};
static const unsigned char file_89[] = {
#embed "../../Themes/default/templates/scope-map.mustache" if_empty(0)
};
static const unsigned char file_90[] = {
#embed "../../Themes/default/templates/scope.mustache" if_empty(0)
};
static const unsigned char file_91[] = {
#embed "../../Themes/default/templates/scopes.mustache" if_empty(0)
};
static const unsigned char file_92[] = {
#embed "../../Themes/default/templates/search-dialog.mustache" if_empty(0)
};
static const unsigned char file_93[] = {
#embed "../../Themes/default/templates/search.mustache" if_empty(0)
};
static const unsigned char file_94[] = {
#embed "../../Themes/default/templates/sensitivity.mustache" if_empty(0)
};
static const unsigned char file_95[] = {
#embed "../../Themes/default/templates/sidebar-links.mustache" if_empty(0)
};
static const unsigned char file_96[] = {
#embed "../../Themes/default/templates/site-links.mustache" if_empty(0)
};
static const unsigned char file_97[] = {
#embed "../../Themes/default/templates/support.mustache" if_empty(0)
};
static const unsigned char file_98[] = {
#embed "../../Themes/default/templates/usage-table.mustache" if_empty(0)
};
static const unsigned char file_99[] = {
#embed "../../Themes/default/templates/words.mustache" if_empty(0)
};
static const unsigned char file_100[] = {
#embed "../../Themes/default/texts/ar.json" if_empty(0)
};
static const unsigned char file_101[] = {
#embed "../../Themes/default/texts/en.json" if_empty(0)
};
static const unsigned char file_102[] = {
#embed "../../Themes/default/texts/fr.json" if_empty(0)
};
static const unsigned char file_103[] = {
#embed "../../Themes/default/theme.json" if_empty(0)
};

static const candor_file files[] = {
    {"packs/atlassian.json", file_0, sizeof file_0},
    {"packs/chrome.json", file_1, sizeof file_1},
    {"packs/datadog.json", file_2, sizeof file_2},
    {"packs/github.json", file_3, sizeof file_3},
    {"packs/google.json", file_4, sizeof file_4},
    {"packs/hubspot.json", file_5, sizeof file_5},
    {"packs/intercom.json", file_6, sizeof file_6},
    {"packs/moengage.json", file_7, sizeof file_7},
    {"packs/shopify.json", file_8, sizeof file_8},
    {"packs/slack.json", file_9, sizeof file_9},
    {"packs/stripe.json", file_10, sizeof file_10},
    {"preview/preview.js", file_11, sizeof file_11},
    {"report/cell.mustache", file_12, sizeof file_12},
    {"report/coverage.mustache", file_13, sizeof file_13},
    {"report/feature-rows.mustache", file_14, sizeof file_14},
    {"report/finding.mustache", file_15, sizeof file_15},
    {"report/gained-lost.mustache", file_16, sizeof file_16},
    {"report/layout.mustache", file_17, sizeof file_17},
    {"report/listing.mustache", file_18, sizeof file_18},
    {"report/mark.mustache", file_19, sizeof file_19},
    {"report/overview.mustache", file_20, sizeof file_20},
    {"report/place.mustache", file_21, sizeof file_21},
    {"report/release.mustache", file_22, sizeof file_22},
    {"report/report.css", file_23, sizeof file_23},
    {"report/scope-row.mustache", file_24, sizeof file_24},
    {"schemas/diagnostics.json", file_25, sizeof file_25},
    {"schemas/diff.json", file_26, sizeof file_26},
    {"schemas/listing.json", file_27, sizeof file_27},
    {"schemas/report.json", file_28, sizeof file_28},
    {"starter/Content/integrations/evening-digest/index.md", file_29, sizeof file_29},
    {"starter/Content/integrations/evening-digest/integration.json", file_30, sizeof file_30},
    {"starter/Content/integrations/evening-digest/media/digest.png", file_31, sizeof file_31},
    {"starter/Content/integrations/evening-digest/setup.md", file_32, sizeof file_32},
    {"starter/Content/pages/how-to-read-a-listing.md", file_33, sizeof file_33},
    {"starter/Content/platform.json", file_34, sizeof file_34},
    {"starter/Content/site.json", file_35, sizeof file_35},
    {"theme/assets/00-theme.css", file_36, sizeof file_36},
    {"theme/assets/00-theme.js", file_37, sizeof file_37},
    {"theme/assets/05-texts.js", file_38, sizeof file_38},
    {"theme/assets/10-base.css", file_39, sizeof file_39},
    {"theme/assets/10-menus.js", file_40, sizeof file_40},
    {"theme/assets/20-contents.js", file_41, sizeof file_41},
    {"theme/assets/20-layout.css", file_42, sizeof file_42},
    {"theme/assets/30-copy.js", file_43, sizeof file_43},
    {"theme/assets/30-directory.css", file_44, sizeof file_44},
    {"theme/assets/40-listing.css", file_45, sizeof file_45},
    {"theme/assets/40-search.js", file_46, sizeof file_46},
    {"theme/assets/45-filter.js", file_47, sizeof file_47},
    {"theme/assets/50-gallery.js", file_48, sizeof file_48},
    {"theme/assets/50-permissions.css", file_49, sizeof file_49},
    {"theme/assets/60-lightbox.js", file_50, sizeof file_50},
    {"theme/assets/60-prose.css", file_51, sizeof file_51},
    {"theme/assets/70-media.css", file_52, sizeof file_52},
    {"theme/assets/70-videos.js", file_53, sizeof file_53},
    {"theme/assets/90-print.css", file_54, sizeof file_54},
    {"theme/assets/icon.svg", file_55, sizeof file_55},
    {"theme/assets/social.png", file_56, sizeof file_56},
    {"theme/templates/badges.mustache", file_57, sizeof file_57},
    {"theme/templates/breadcrumbs.mustache", file_58, sizeof file_58},
    {"theme/templates/card.mustache", file_59, sizeof file_59},
    {"theme/templates/cards.mustache", file_60, sizeof file_60},
    {"theme/templates/category.mustache", file_61, sizeof file_61},
    {"theme/templates/contents-links.mustache", file_62, sizeof file_62},
    {"theme/templates/contents.mustache", file_63, sizeof file_63},
    {"theme/templates/data-table.mustache", file_64, sizeof file_64},
    {"theme/templates/directory.mustache", file_65, sizeof file_65},
    {"theme/templates/features.mustache", file_66, sizeof file_66},
    {"theme/templates/filter-cards.mustache", file_67, sizeof file_67},
    {"theme/templates/filter.mustache", file_68, sizeof file_68},
    {"theme/templates/footer.mustache", file_69, sizeof file_69},
    {"theme/templates/gallery.mustache", file_70, sizeof file_70},
    {"theme/templates/header.mustache", file_71, sizeof file_71},
    {"theme/templates/languages.mustache", file_72, sizeof file_72},
    {"theme/templates/layout.mustache", file_73, sizeof file_73},
    {"theme/templates/listing-facts.mustache", file_74, sizeof file_74},
    {"theme/templates/listing-header.mustache", file_75, sizeof file_75},
    {"theme/templates/listing.mustache", file_76, sizeof file_76},
    {"theme/templates/logo.mustache", file_77, sizeof file_77},
    {"theme/templates/metadata.mustache", file_78, sizeof file_78},
    {"theme/templates/narrow-menus.mustache", file_79, sizeof file_79},
    {"theme/templates/neighbours.mustache", file_80, sizeof file_80},
    {"theme/templates/not-found.mustache", file_81, sizeof file_81},
    {"theme/templates/page.mustache", file_82, sizeof file_82},
    {"theme/templates/pagination.mustache", file_83, sizeof file_83},
    {"theme/templates/permission-label.mustache", file_84, sizeof file_84},
    {"theme/templates/permission-row.mustache", file_85, sizeof file_85},
    {"theme/templates/permission-table.mustache", file_86, sizeof file_86},
    {"theme/templates/releases.mustache", file_87, sizeof file_87},
    {"theme/templates/scope-link.mustache", file_88, sizeof file_88},
    {"theme/templates/scope-map.mustache", file_89, sizeof file_89},
    {"theme/templates/scope.mustache", file_90, sizeof file_90},
    {"theme/templates/scopes.mustache", file_91, sizeof file_91},
    {"theme/templates/search-dialog.mustache", file_92, sizeof file_92},
    {"theme/templates/search.mustache", file_93, sizeof file_93},
    {"theme/templates/sensitivity.mustache", file_94, sizeof file_94},
    {"theme/templates/sidebar-links.mustache", file_95, sizeof file_95},
    {"theme/templates/site-links.mustache", file_96, sizeof file_96},
    {"theme/templates/support.mustache", file_97, sizeof file_97},
    {"theme/templates/usage-table.mustache", file_98, sizeof file_98},
    {"theme/templates/words.mustache", file_99, sizeof file_99},
    {"theme/texts/ar.json", file_100, sizeof file_100},
    {"theme/texts/en.json", file_101, sizeof file_101},
    {"theme/texts/fr.json", file_102, sizeof file_102},
    {"theme/theme.json", file_103, sizeof file_103},
};

const size_t candor_built_in_file_count = sizeof files / sizeof files[0];

candor_file candor_built_in_file(size_t index) { return files[index]; }
