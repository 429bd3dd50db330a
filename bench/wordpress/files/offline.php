<?php
// Loaded by the scratch WordPress: nothing leaves the machine, and comments may come as fast as they are measured.
add_filter( 'pre_http_request', fn() => new WP_Error( 'offline', 'No request leaves this machine.' ) );
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'wp_is_comment_flood', '__return_false', 99 );
