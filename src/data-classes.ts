// What kind of data each column of the database holds; `docs/data-classes.md` is made from this and the schema.

/**
 * public: anybody may read it, or the person it names chose to show it. internal: ids, times and the house's own bookkeeping.
 * personal: tells something of a person who can be recognised. special: may tell what the law protects most (GDPR art. 9),
 * such as needs, beliefs or being somebody who gets help.
 */
export type DataClass = 'public' | 'internal' | 'personal' | 'special'

/** Columns by table and class, separated by blanks. A column that stands nowhere here fails the tests until somebody has thought about it. */
export const dataClasses: Readonly<Record<string, Partial<Record<DataClass, string>>>> = {
  // Ground
  municipality: { public: 'slug demo hosts', internal: 'id practice_of updated_at brought_in' },
  item: { public: 'kind slug position content changed_at', internal: 'municipality_id hash applied_hash' },
  item_version: { public: 'kind slug version content recorded_at', internal: 'municipality_id recorded_by' },
  thing: { internal: 'municipality_id id kind created_at erased_at' },
  'keys.data_key': { internal: 'municipality_id thing_id wrapped' },
  'keys.carried': { internal: 'id wrapped' },
  key_fingerprint: { internal: 'only_one fingerprint made_at' },
  migration: { internal: 'name applied_at' },
  journal: { internal: 'municipality_id id at actor kind about because facts seal' },
  access_log: { internal: 'municipality_id id at about action seal', personal: 'actor reason' },
  seal: { internal: 'municipality_id id chain at previous hash rows' },
  letter: {
    internal:
      'municipality_id id about language created_at not_before sent_at attempts next_try_at state last_answer way auto written_by posted_on delivered_at delayed_at bounced_at bounce_status answered_at',
    personal: 'to_sealed subject body_sealed signed_by answers_sealed unsubscribe_sealed',
  },
  bad_address: { internal: 'municipality_id since status', personal: 'email_index' },
  auto_reply: { internal: 'municipality_id at', personal: 'email_index' },
  mailbox_folder: { internal: 'municipality_id mailbox folder uid_validity last_uid read_at letter_at letters trouble trouble_since' },
  accepted_form: { internal: 'municipality_id key_hash result at' },
  job_round: { internal: 'municipality_id name next_at' },
  // People who work here
  unit: { public: 'slug name', internal: 'municipality_id id leader_id deputy_id' },
  person: { internal: 'municipality_id id unit_id shown invented', personal: 'name email phone helps_with oidc_subject from_date to_date' },
  role_grant: { internal: 'municipality_id id person_id granted_by', personal: 'role from_date to_date' },
  absence: { internal: 'municipality_id id person_id deputy_id', personal: 'from_date to_date' },
  contact_holder: { public: 'contact name phone helps_with deputy_name away invented', internal: 'municipality_id person_id deputy_id' },
  sign_in_link: { internal: 'municipality_id token_hash person_id created_at expires_at used_at back_to' },
  sign_in_request: { internal: 'municipality_id id at', personal: 'email_index' },
  session: { internal: 'municipality_id id token_hash kind person_id about strength created_at seen_at ends_at' },
  due: {
    internal:
      'municipality_id id kind about owner_id owner_office received_on due_on rule calculation because_of created_at escalated_to_deputy_at deputy_id escalated_to_leader_at leader_id settled_at settled_by settled_how',
  },
  // Councils
  council: { public: 'slug', internal: 'municipality_id thing_id charter_count' },
  charter_draft: {
    internal:
      'municipality_id id council based_on founding document revision pool opened_at opened_by changed_at changed_by settled_at settled_by outcome version',
  },
  charter_trial: { internal: 'municipality_id id draft_id revision operation asked_at asked_by step ended_at ended_how answer' },
  member: { public: 'shown_name', internal: 'municipality_id id recorded_at' },
  member_record: {
    internal: 'municipality_id member_id shown candidate_id person_id',
    personal: 'name protected contact_sealed residence_seen_on',
    special: 'attributes_sealed',
  },
  seating: {
    public: 'council seat_group seat from_date term_to stays_on ended_on',
    internal: 'municipality_id id member_id decision_id recorded_at ended_recorded_at corrects_id replaced_at',
  },
  seat_leaving: { internal: 'municipality_id seating_id recorded_at recorded_by', personal: 'reason' },
  council_event: {
    public: 'council event on_date deadline_on body minute_ref reason',
    internal: 'municipality_id id recorded_at recorded_by',
  },
  election: {
    internal:
      'municipality_id id council seat_group kind outcome held_on seats_from seats votes_cast body minute_ref reason seed recorded_at recorded_by',
  },
  election_candidate: { internal: 'municipality_id election_id position member_id', personal: 'name votes elected by_lot' },
  stand_in: { internal: 'municipality_id id seating_id seat_group seat recorded_at recorded_by' },
  call_in: { internal: 'municipality_id seating_id substitute_id way recorded_at recorded_by', personal: 'out_of_turn' },
  // Nominations
  candidate: {
    internal:
      'municipality_id id residence_verified_by suggested reminded_at said_yes_recorded_by warned_at kept_on invented created_at changed_at',
    personal:
      'name language contact_sealed suggested_by_sealed email_index phone_index residence residence_verified residence_verified_on residence_verified_how said_yes_at said_yes_how',
    special: 'wishes_sealed motivation_sealed declared_sealed',
  },
  nomination: {
    internal: 'municipality_id id candidate_id received_by closed_by',
    personal: 'council state channel received_on received_at contacted_at closed_on answered_at',
    special: 'reason_sealed',
  },
  tie: {
    internal: 'municipality_id id candidate_id confirmed_by',
    personal: 'local declared_on confirmed_on confirmed_how',
    special: 'kind organisation role',
  },
  candidate_word: { internal: 'municipality_id candidate_id of_name', special: 'word' },
  contact_made: { internal: 'municipality_id id candidate_id by_person', personal: 'at how result', special: 'text_sealed' },
  candidate_note: { internal: 'municipality_id id candidate_id at by_person', special: 'text_sealed' },
  message: { internal: 'municipality_id id candidate_id letter_id written_by written_at', special: 'text_sealed' },
  personal_link: { internal: 'municipality_id token_hash candidate_id created_at expires_at' },
  receipt: { internal: 'municipality_id code_index about made_at' },
  not_the_same: { internal: 'municipality_id one_id other_id by_person at' },
  // Letters in
  incoming_letter: {
    internal:
      'municipality_id id mailbox sha256 bytes arrived_at thread desk reasons tries next_try_at sorted_at sorted_by fault finished_at finished_by erase_on',
    personal: 'sender_index',
    special: 'read_sealed',
  },
  incoming_place: { internal: 'municipality_id mailbox uid_validity uid letter_id' },
  incoming_piece: { internal: 'municipality_id letter_id part piece', special: 'bytes_sealed' },
  incoming_file: { internal: 'municipality_id letter_id part type bytes how mark', special: 'name_sealed' },
  // Voices
  voice: {
    internal:
      'municipality_id id received_on entered_by urgent arrived_at deputy_told leader_told state opened_on owner_id not_unit closed_to paused_until pause_reason answered_on closed_on warned_on invented',
    personal: 'kind young channel language district reply share right_help in_time',
    special: 'details_sealed',
  },
  voice_line: {
    internal: 'municipality_id id voice_id position kind by_person by_code by_guest on_day language how passed_on of_position',
    special: 'text_sealed',
  },
  voice_receipt: { internal: 'municipality_id code_index voice_id holder' },
  voice_consent: { internal: 'municipality_id voice_id', personal: 'given covers until_day withdrawn_on' },
  voice_hand_over: { internal: 'municipality_id id voice_id position to_person on_day promised_on kept_on takes_on taken_on back_on' },
  voice_notified: { internal: 'municipality_id id voice_id by_person at', personal: 'route' },
  child_notified: { internal: 'municipality_id id by_person', personal: 'at route' },
  voice_picture: { internal: 'municipality_id id voice_id position of_line width height', special: 'bytes_sealed' },
  voice_visit: { internal: 'municipality_id token_hash voice_id holder code_index until taken_at next_hash did' },
  voice_erase_ask: {
    internal: 'municipality_id voice_id how proof asked_by asked_on agreed_by erase_on stopped_by stopped_on',
  },
  voice_guest: {
    internal: 'municipality_id id voice_id token_hash link_until code_index invited_by by_person invited_on opened_on withdrawn_on',
    personal: 'covers until_day said_how',
    special: 'name_sealed',
  },
  // Themes
  summary: {
    internal: 'municipality_id id voice_id state written_by written_on asked_on said_on approved_by approved_on published_on ended_on',
    personal: 'said_how few ended_how',
    special: 'text_sealed seen_sealed change_sealed returned_sealed gathered_sealed',
  },
  theme: {
    internal: 'municipality_id id slug title question words councils district show_count told begun_by begun_on seen',
  },
  theme_step: { internal: 'municipality_id id theme_id position step by_person on_day council meeting_on words' },
  theme_edition: { internal: 'municipality_id week made_on' },
  published_theme: {
    public: 'slug title question words councils district count_band life came first_week changed_week',
    internal: 'municipality_id theme_id',
  },
  practice_note: {
    internal: 'municipality_id id theme_id owner_id written_by written_on learned now_do units published_on published_by',
  },
  practice_note_said: { internal: 'municipality_id id note_id council kind words by_person on_day' },
  practice_note_use: { internal: 'municipality_id note_id', personal: 'person_id read_on used_on' },
  published_note: { public: 'learned now_do units published_on', internal: 'municipality_id note_id theme_id' },
  published_figure: { public: 'quarter measure answer count_band published_on', internal: 'municipality_id' },
  // Recruiting
  organisation: {
    internal: 'municipality_id id kind district languages letter_language email_index invented created_at changed_at retired_at',
    personal: 'name contact_sealed',
  },
  ask: { internal: 'municipality_id id organisation_id council opened_at' },
  ask_step: { internal: 'municipality_id id ask_id step how at by_actor' },
  ask_link: { internal: 'municipality_id token_hash ask_id created_at expires_at' },
  mailing: { internal: 'municipality_id id council subject body reply_by made_at made_by sent_at sent_by stopped_at stopped_by' },
  mailing_letter: { internal: 'municipality_id mailing_id organisation_id email_index written_at letter_id left_out' },
  organisation_proposal: { internal: 'municipality_id id ask_id at women men others', personal: 'reason_sealed' },
  proposed_person: { internal: 'municipality_id proposal_id position candidate_id shared_at' },
  decision_day: { internal: 'municipality_id id council decides_on set_at set_by' },
  member_competence: { internal: 'municipality_id member_id noted_at noted_by', personal: 'competence' },
  // Appointments
  slate: {
    internal:
      'municipality_id id council body number starts_on charter_version revision opened_at opened_by closed_at closed_by closed_why',
  },
  slate_person: { internal: 'municipality_id id slate_id until', personal: 'name role contact_sealed need covers' },
  slate_seat: { internal: 'municipality_id slate_id placed_at placed_by', personal: 'person_id seat_group seat' },
  slate_deviation: { internal: 'municipality_id slate_id atom reason written_at written_by' },
  proposal: {
    internal: 'municipality_id id slate_id proposed_at proposed_by revision charter_version engine_version taken_back_at',
    personal: 'verdict',
  },
  decision: {
    public: 'council body decided_on minute_ref charter_version',
    internal: 'municipality_id id slate_id recorded_at',
  },
  decision_note: { public: 'position atom strength state sentence reason', internal: 'municipality_id decision_id' },
  decision_record: { internal: 'municipality_id decision_id engine_version recorded_by', personal: 'verdict seats' },
}

/** Special data that must be searched or counted and therefore stand unsealed, with the reason. */
export const plainThoughSpecial: Readonly<Record<string, string>> = {
  'tie.kind': 'the charter asks for it, and lists are made by it; told by the person, and shown to the staff of the councils only',
  'tie.organisation': 'staff search by it, and two councils may not both take all of one association',
  'tie.role': 'stands beside the organisation; what the person chose to write',
  'candidate_word.word': 'the words of names and organisations that the register is searched by',
}

/** How long a table's rows are kept: by which rule of the municipality's data, which has the period or the reason why they stay. */
export const keptAs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'voice voice_line voice_receipt voice_consent voice_hand_over voice_notified voice_picture voice_visit voice_erase_ask voice_guest summary child_notified'
      .split(' ')
      .map(table => [table, 'voice']),
  ),
  theme: 'theme',
  theme_step: 'theme',
  published_theme: 'theme',
  practice_note: 'practice_note',
  practice_note_said: 'practice_note',
  published_note: 'practice_note',
  practice_note_use: 'practice_note_read',
}
