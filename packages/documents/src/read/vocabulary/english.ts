import type { Category } from "../../reading.ts";

/** The words by which minutes are recognised, as data: a new layout should need a new entry, seldom new code. */

/** Lines that a web site or a template adds, anywhere in the document. */
export const boilerplate: readonly RegExp[] = [
  /^(?:back to top|information|publication(?: [-–—] minutes)?|part of|contents|table of contents|toc|skip to (?:main )?content|print this page|share this page|cookies?|accept all cookies|beta|breadcrumb|home)$/iu,
  /^(?:official(?:[- ]sensitive)?|unclassified|confidential|not protectively marked|draft|unconfirmed)$/iu,
  /^this document is part of a collection\b/iu,
  /^we have a new website\b/iu,
  /^(?:extracted from) .*\b(?:labell?ed|agenda)\b/iu,
  /^click .* to add to your own\b/iu,
];

/** Headings under which the business of the meeting starts, and which are no item themselves. */
export const opensBusiness =
  /^(?:items and actions|actions and decisions|items(?: discussed)?|agenda(?: items)?|minutes|notes?|content|discussion(?:s)?|items of business|main business|meeting (?:notes|minutes)|proceedings|topics(?: discussed)?|(?:key )?(?:discussion|talking) points|matters discussed|(?:new |old )business)$/iu;

/** Of such words a heading over the business may be made up: "Agenda / Meeting notes". */
export const openingWord =
  /^(?:points?|agenda|meeting|notes?|minutes?|items?|discussions?|topics?|business|proceedings|and|of|the)$/u;

/** Of such words the first row of a table of business is made up. */
export const columnWord =
  /^(?:agenda|items?|no|number|ref|reference|min|mins|minutes?|actions?|lead|leads|owner|owners|by|who|when|due|date|under|discussion|discussed|subject|topic|decision|outcome|att|attachment|paper|enc|status|notes?|responsible|responsibility|point|points)$/u;

/** Sections that are no business: what led to the meeting, what came out of it in short, what to look at beside. */
export const asides: readonly RegExp[] = [
  /^(?:main |key |summary of |overview of )?outcomes?(?: of the meeting)?$/iu,
  /^(?:context|links?|slides?|useful links|resolutions?|meeting (?:roles|times?|details|information|info)|meta|references|documents|related (?:links|documents)|contact|contents?|table of contents|toc|post[- ]meeting note)$/iu,
  /^summary(?: of (?:outcomes|decisions|resolutions|the meeting))?$/iu,
  /\bdiscussed at this meeting$/iu,
];

/** What a label beside a value, or above it, says about the meeting. */
export const labels: Readonly<Record<string, RegExp>> = {
  published: /^(?:published|publication date|date published)$/iu,
  date: /^(?:date|date of (?:the )?meeting|meeting date|when|held on|date and time)$/iu,
  time: /^(?:time|start time|meeting time)$/iu,
  start: /^(?:start|starts)$/iu,
  end: /^(?:end|ends|finish)$/iu,
  letter: /^(?:from|to|cc|sent|subject|re)$/iu,
  location: /^(?:location|venue|place|where|meeting place|address)$/iu,
  next: /^(?:date of (?:the )?next meeting|next meeting(?: date)?)$/iu,
  group: /^(?:group|committee|board name|name of group)$/iu,
  title: /^(?:title|meeting)$/iu,
  chair:
    /^(?:(?:acting )?chair(?: and .{3,30})?|chaired by|chairperson|chairman|convener|convenor|host)$/iu,
  template: /^(?:called by|type(?: of meeting)?|time ?keeper|purpose)$/iu,
  minuteTaker:
    /^(?:scribe(?:\(s\)|s)?|minutes? taken by|minute[- ]taker|note[- ]?taker|notes|minutes|facilitator|recording|github issue|google doc|minutes google doc|directorate|topic|part of|email|contact|layout|permalink|issue)$/iu,
};

/** How a heading of a list of people is read, the first match counts. */
export const capacities: readonly (readonly [Category, RegExp])[] = [
  [
    "apologies",
    /^(?:(?!welcome|introductions?|and\b|opening|minutes)[\p{L}'-]{1,20} ){0,4}(?:apologies|regrets|absent|absentees|absences?|not present|not attending|not in attendance|did not attend|unable to attend|apols)(?: for (?:absence|non-attendance))?(?: (?:(?:were|was|have been) )?(?:received|given|noted|sent|accepted|tendered|recorded))*(?: (?:from|by))?$/iu,
  ],
  [
    "secretariat",
    /^(?:[\p{L}' ]{0,40} )?secretariat(?: (?:attendees|members|support|staff|team))?$|^in attendance \([^()]{0,60}secretariat\)$|^secretary$/iu,
  ],
  [
    "official",
    /^(?:(?:supporting|government|sg|scottish government|other|additional|policy|lead) )?officials(?: (?:present|attending|in attendance|supporting))?$|^(?:the )?(?:scottish|uk|welsh) government(?: (?:officials|staff|attendees|representatives))?$|^(?:[\p{L}' ]{0,40} )?staff(?: (?:present|attending|in attendance))?$|^civil servants$|^sg$|^(?:[\p{L}'-]{1,20} ){0,2}officers (?:present|attending|in attendance|also present)$|^(?:council|committee|borough|staff) officers$|^officials in attendance$/iu,
  ],
  [
    "guest",
    /^(?:also|additionally) (?:present|attended|attending|in attendance)$|^(?:[\p{L}'-]{1,20} ){0,2}(?:guests?|observ(?:ers?|ing)|invitees|presenters|speakers|visitors)(?: (?:for|present|attending|speakers|and|in attendance)\b[\p{L}' ]{0,40})?$|^(?:additional|other|invited|external|guest) (?:attendees|participants|speakers|guests)(?: .{0,30})?$|^non[- ]?(?:board |panel |group )?members(?: .{0,30})?$|^(?:in attendance|attending)(?: \([^()]{0,60}\))?$|^others?(?: (?:present|attending|in attendance))?$|^by invitation$/iu,
  ],
  [
    "member",
    /^(?:(?:the |joint |co-? ?|acting |meeting )?chairs?(?: pro tem(?:pore)?)?|co-?chairpersons?|(?:present )?in the chair)$|^(?:those|all|councillors|cllrs|directors|governors|trustees|committee|parish councillors|persons|people)(?: who were)? (?:present|attending|in attendance)(?: were)?$|^(?:[\p{L}'&/-]{1,30} ){0,4}(?:members?|attendees|participants|commissioners|trustees)(?: (?:attending|present|in attendance|attended|and attendees|who attended))?(?: \([^()]{0,40}\))?$|^(?:present|sederunt|attended(?: by)?|attending|attendance|late|arrived late|latecomers|membership|council|board|panel|core group|delegates)(?: (?:at the meeting|in person|online|remotely))?(?: \([^()]{0,40}\))?$|^(?:the )?(?:following )?(?:people|persons|members)(?: (?:who|that))? (?:attended(?: the meeting)?|were present|came along|attending|present)$/iu,
  ],
  ["member", /^(?!not |also |others? |staff |officers? |public )(?:[\p{L}-]+ ){1,3}present$/iu],
];

/** Headings that announce lists of people without saying in which capacity. */
export const announcesPeople =
  /^(?:attendees?|attendance|present|members(?:hip)?)(?: list)?(?:,? (?:and|&|\/) (?:apologies|attendees|attendance|absences))+$|^attendance$|^(?:roll call|list of attendees)$|^attendees \/ apologies$/iu;

/** Headings that say how people took part; they keep the capacity of the list that they stand in. */
export const waysOfAttending =
  /^(?:(?:attending |attended |joined |present )?(?:in person|online|virtually|remotely|remote|by (?:phone|telephone|video(?: ?conference)?|dial-in)|via (?:teams|ms teams|microsoft teams|zoom|webex|phone|video conference|video conf|vc)|on teams|dial[- ]?in|in the room|(?:by|via|through|on) \p{L}[\p{L} -]{1,24})(?: attendees)?)$/iu;

/** What follows a name in brackets, or at the end, about the way of attending: kept as a note, not as a role. */
export const attendingNote =
  /^(?:(?:attending |attended |joined |joining |present )?(?:online|virtually|remotely|remote|in person)(?: attendee)?|(?:(?:attending |attended |joined |joining |present )?(?:by|via|on|through) (?:video|phone|telephone|tele|teams|ms teams|microsoft teams|zoom|webex|vc|skype|dial)[\p{L} -]{0,30})|(?:(?:for |from |until |present for |joined for |attended for )?(?:agenda )?(?:items?|topics?|sections?|papers?|part)\b.{0,40})|(?:from|until|to|left|joined|arrived|departed|late) .{0,40}|(?:first|second|am|pm|part)(?: (?:half|only|session|meeting|of the meeting)\b.{0,20})?|minutes|minute[- ]taker|minute[- ]taking|notes|note[- ]?taker|scribe|facilitator|observing|vice[- ]chair|deputy chair|acting|with .{3,40}|first meeting|outgoing|incoming|new member|new)$/iu;

/** Titles that stand before a name. */
export const title =
  /^(?:the|the rt|rt|right|rt\.? hon\.?|hon\.?(?:ourable)?|mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lord|lady|baroness|viscount|earl|cllr|councillor|rev|reverend|sheriff|judge|justice|acc|dcc|cc|ds|dcs|di|det|supt|chief superintendent|superintendent|inspector|sergeant|col|colonel|maj|major|capt|captain|cdr|commander|lieutenant|provost|cmhlr|comhairleoir|comhairliche|cyng|cynghorydd|y|garda|constable|alderman|councilman|councilwoman|councilmember|selectman|supervisor|trustee|alderwoman|bishop|canon|mayor|pcso|pc|admiral|brigadier|bailie|ambassador|sister|father|fr)\.?$/iu;

/** One title for the surnames after it. */
export const pluralTitle =
  /^(?:the |y )?(?:councillors|council ?members|cynghorwyr|comhairlichean|cllrs\.?|messrs\.?|aldermen|commissioners|drs\.?|ministers|senators|deputies|mesdames):? (?=\p{Lu})/iu;

/** People who are counted and not named. */
export const unnamed =
  /^(?:(?:\d{1,3}|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|some|no|other) )+(?:other )?(?:interested )?(?:members?|residents?|others?|observers?|parishioners?|visitors?|guests?|electors?|people|persons?|officers?|representatives?|(?:community )?police(?: officers?)?|community police officers?|press|public|students?)\b(?: (?:of|from) (?:the )?[\p{L} ]{3,30})?$|^members? of (?:the )?(?:public|press)$/iu;

/** Letters that stand after a name. */
export const postNominal =
  /^(?:msp|mp|mep|msyp|myp|qc|kc|obe|mbe|cbe|kbe|dbe|frse|frs|frcp|frcs|phd|md|ws|dl|jp|bem|ms|am|mla|td|frcpsych|frcgp|esq|esquire|jr|sr|retd|oam)\.?$/iu;

/** Words of posts and bodies: a stretch that holds one is no name of a person. */
export const postOrBody =
  /\b(?:secretary|minister|ministers|mayor|cathaoirleach|chairman|chairwoman|chairperson|treasurer|clerk|councillor|councillors|superintendent|director|directorate|deputy|head|chief|officer|manager|lead|adviser|advisor|chair|co-chair|convener|convenor|president|vice|executive|ceo|general|advocate|solicitor|crown|commissioner|commission|council|board|group|panel|committee|forum|association|society|institute|institution|university|college|school|academy|trust|foundation|department|division|unit|team|office|service|services|agency|authority|government|parliament|scotland|scottish|uk|nhs|police|union|federation|alliance|partnership|network|centre|center|company|limited|ltd|plc|representative|representing|spokesperson|coordinator|co-ordinator|analyst|researcher|economist|consultant|professional|policy|health|care|social|national|royal|working|standards|members?|officials?|attendees|apologies|secretariat|technologies|consulting|independent|public|digital|data|land|law|development|governance|champion|inspector|inspection|improvement|housing|education|justice|children|families|bodies|key|senior|junior|principal|assistant|associate|programme|program|project|support|administrative|administrator|governors?|private|permanent|special|teacher|nurse|scientist|engineer|attorney|collector|student|staff|regional|local|community|communications|operations|strategy|finance)\b/iu;

/** A post of one person, as it stands before the name: "Town Clerk Ann Bell". */
export const holdsPost =
  /^(?:clerk|chief|attorney|officer|treasurer|secretary|administrator|manager|director|assistant|engineer|collector|planner|librarian|principal|president|chairman|chairwoman|chairperson|chair|convener|surveyor|warden|commodore|captain|superintendent|solicitor|auditor)$/iu;

/** Words that headings are made of and names are not. */
export const headingWord =
  /^(?:welcome|introductions?|introductory|opening|closing|update|updates|minutes?|actions?|items?|agenda|review|matters|discussion|any|other|business|aob|next|date|previous|last|meeting|remarks|comments|summary|paper|papers|presentation|report|background|terms|reference|decision|decisions|apologies|present|notes?|plan|framework|the|an?|of|for|and|to|on|in|at|with|from|feedback|approval|declarations?|interests?|progress|risk|register|conclusions?|attendees|attendance|attending|published|topic|location|venue|directorate|links|context|standup|announcements?|reminders|questions?|q&a|session|working|member|members|item|all|none|absence|officials|secretariat|chairs?|appointments?|designations?|resolutions?|adjourn(?:ment)?|correspondence|finance|planning|moved|seconded|carried|motion|votes?)$/iu;

/** What titles hold beside words of headings: "Matters arising", "Payments for approval". */
export const titleWord =
  /^(?:arising|payments?|accounts?|clerk'?s|chair(?:man|person)?'?s|treasurer'?s|secretary'?s|reports?|approve|approved|highways?|parish|council|\p{Ll}{1,3})$/iu;

/** Words that minutes say of themselves, and that leave nothing unread. */
export const smallWord =
  /^(?:draft|minutes?|notes?|meetings?|held|the|and|for|from|with|of|on|at|in|was|were|present|attending|attendees?|apologies|absent|chair(?:man|woman|person)?|members?|date|time|location|venue|place|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|public|committee|council|board|also|attendance|received|none|record|copy|page|title|item|items|action|actions|agenda|no|ref|number)$/iu;

/** Verbs of sentences: a short line with one of them near its start is a sentence, no heading. */
export const finiteVerb =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|should|shall|can|could|must|may|might|do|does|did|went|gave|said|asked|noted|agreed|opened|closed|ended|welcomed|thanked|introduced|presented|explained|described|highlighted|commented|stated|suggested|offered|reported|raised|discussed|considered|advised|confirmed|asks|says|notes|spoke|told|took|set|made|felt|thought|wanted|questioned|queried|replied|responded|answered|added|updated|provided|invited|outlined|summarised|summarized|concluded|chaired|attended|joined|left|sent|received|apologised|approved|accepted|endorsed|proposed|recommended|requested|stressed|emphasised|mentioned|observed|pointed|reminded|shared|showed|talked|urged|warned|wished|heard|met|led|came|please|needs|need|let|declared|expressed|acknowledged|recognised|supported|undertook|volunteered|circulated|declined|remarked|reflected|clarified|concurred|echoed)$/iu;

/** Verbs of deeds, as actions begin with. */
export const imperative =
  /^(?:add|agree|amend|approach|arrange|ask|bring|build|chase|check|circulate|clarify|collate|complete|confirm|consider|contact|continue|create|define|develop|discuss|distribute|draft|email|ensure|explore|feed|finalise|find|follow|gather|get|give|identify|include|invite|issue|keep|list|look|make|meet|note|obtain|organise|prepare|present|produce|progress|propose|provide|publish|put|raise|redraft|report|request|retitle|review|revise|schedule|seek|send|set|share|speak|submit|suggest|take|talk|update|upload|work|write)$/iu;
