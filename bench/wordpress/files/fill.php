<?php
// Makes one scratch WordPress: database, installation, theme, posts and comments.
//
//     BENCH_THEME=twentytwentythree HTTP_HOST=localhost:8080 php fill.php WORDPRESS SOCKET CONTENT
//
// CONTENT: JSON with "password", "posts" ("title", "text") and "comments" (texts), which go under the second post.
// Prints JSON: the theme, the addresses of the first two posts, and the first and last id of the others.
list( , $bench_folder, $bench_socket, $bench_file ) = $argv;
// WordPress unsets plain names: $theme for one.
$bench_theme   = $_SERVER['BENCH_THEME'];
$bench_content = json_decode( file_get_contents( $bench_file ), true );

( new mysqli( null, 'root', '', '', 0, $bench_socket ) )->query( "CREATE DATABASE $bench_theme CHARACTER SET utf8mb4" );
define( 'WP_INSTALLING', true );
// Posts that are imported plan no message to other sites.
define( 'WP_IMPORTING', true );
require "$bench_folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Generated', 'bench', 'bench@example.org', false, '', $bench_content['password'] );
wp_installing( false );
wp_cache_flush();
wp_set_current_user( 1 );
kses_remove_filters();
switch_theme( $bench_theme );
$wp_rewrite->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules( false );

function bench_post( $post, $place ) {
	$moment = gmdate( 'Y-m-d H:i:s', time() - 60 * ( $place + 1 ) );
	$fields = array(
		'post_title'   => $post['title'],
		'post_content' => $post['text'],
		'post_date'    => $moment,
		'post_status'  => 'publish',
		'post_author'  => 1,
	);
	return wp_insert_post( wp_slash( $fields ), true );
}

function bench_comment( $post, $text, $place ) {
	$fields = array(
		'comment_post_ID'      => $post,
		'comment_author'       => "Generated reader $place",
		'comment_author_email' => "reader$place@example.org",
		'comment_content'      => $text,
		'comment_approved'     => 1,
	);
	return wp_insert_comment( wp_slash( $fields ) );
}

$wpdb->query( 'START TRANSACTION' );
wp_defer_term_counting( true );
$bench_ids = array_map( 'bench_post', $bench_content['posts'], array_keys( $bench_content['posts'] ) );
wp_defer_term_counting( false );
foreach ( $bench_content['comments'] as $bench_place => $bench_text ) {
	bench_comment( $bench_ids[1], $bench_text, $bench_place );
}
$wpdb->query( 'COMMIT' );
$bench_address = fn( $id ) => wp_make_link_relative( get_permalink( $id ) );
echo json_encode(
	array(
		'theme'     => get_stylesheet(),
		'quiet'     => $bench_address( $bench_ids[0] ),
		'discussed' => $bench_address( $bench_ids[1] ),
		'others'    => array( $bench_ids[2], end( $bench_ids ) ),
	)
);
