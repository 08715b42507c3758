// Which rules of the public DHI GPOS profile belong together: by the check that the profile runs, and where it runs none by
// what answers them here. Numbers of the DISA rules (`V-203652`), from the profile's XCCDF file of 2026-07-03.

type RuleIds = readonly [string, ...string[]];

function rules(numbers: string): RuleIds {
  const [first = "", ...rest] = numbers
    .trim()
    .split(/\s+/)
    .map((number) => `dhi-gpos:V-${number}`);
  return [first, ...rest];
}

/** The 89 rules that the profile tests and an image answers. */
export const tested = {
  openssl: rules("203649 203739 203750 203751 203776"),
  remoteAccess: rules(`
    203594 203595 203596 203597 203598 203599 203600 203601 203602 203603 203622 203623 203624 203636 203640 203641
    203642 203643 203644 203645 203646 203653 203659 203665 203669 203683 203684 203685 203686 203687 203698 203718
    203723 203727 203728 203729 203734 203735 203736 203737 203738 203744 203771 203779 203782 263652`),
  packageSignature: rules("203720"),
  noPasswords: rules("203625 203626 203627 203628 203629 203630 203631 203632 203634 203635 203676 203733 203778"),
  noUsers: rules(`
    203591 203592 203610 203639 203648 203650 203652 203655 203680 203681 203692 203695 203696 203724 203725 203781
    203783 263650`),
  varLog: rules("203616 203617 203664"),
  libraryOwners: rules("203675 203716"),
  trustBundle: rules("263659"),
} as const;

/** The rules on auditing that the profile leaves to the host, by what they are about. */
export const auditing = {
  events: rules(`
    203593 203621 203666 203667 203668 203690 203697 203719 203759 203760 203761 203762 203763 203764 203765 203766
    203767 203768 203769 203770 203772 203773 203774 203775`),
  content: rules("203604 203605 203606 203607 203608 203609 203671 203713"),
  failure: rules("203611 203703"),
  storage: rules("203700 203701 203702 203777"),
  review: rules("203613 203614 203651 203704 203705 203706 203707 203708 203709 203710"),
  protection: rules("203618 203672 203673 203674 203682 203715"),
  settings: rules("203619 203620 203670 203699"),
  functions: rules("203717 203756 203757 203758"),
  traces: rules("203677"),
  maintenance: rules("263658"),
} as const;

/** The other rules that the profile calls not applicable and that facts of the image, or a control of the host, can answer. */
export const leftToHost = {
  accountNotices: rules("203678 203679 203691"),
  hardware: rules("203647 203688 203689 203730 252688 263651"),
  passwordRules: rules("263653 263654 263655 263656"),
  externalCredentials: rules("263657"),
  keyStorage: rules("263660"),
  administrators: rules("203693 203694"),
  neededSoftware: rules("203637 203721 203722"),
  updates: rules("203755 259333"),
  capacity: rules("203658"),
  sharedResources: rules("203657"),
  securityFunctions: rules("203656"),
  secureFailure: rules("203660"),
  firewall: rules("203784"),
  ports: rules("203638"),
} as const;

/** Those that neither a fact of the image nor a control of our catalogues answers, so that a person must. */
export const askedOfPeople = {
  errorMessages: rules("203663"),
  guidance: rules("203780"),
  invalidInput: rules("203752"),
  peers: rules("203731"),
  rateLimits: rules("203747"),
  transmission: rules("203748 203749"),
  time: rules("203615 203711 203712 203714 263661"),
  storedData: rules("203661 203745 203746"),
} as const;
