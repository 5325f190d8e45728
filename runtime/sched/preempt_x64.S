# Preemption on x86-64; see preempt.h.
#if defined(__x86_64__)
        .text

# "Called" between two instructions of a goroutine: the return address lies 128 bytes, the red zone,
# below what was its stack pointer. Saves every register there is.
        .globl  mg_async_preempt
        .hidden mg_async_preempt
        .type   mg_async_preempt, @function
        .p2align 4
mg_async_preempt:
        pushq   %rbp
        movq    %rsp, %rbp
        pushfq
        pushq   %rax
        pushq   %rcx
        pushq   %rdx
        pushq   %rbx
        pushq   %rsi
        pushq   %rdi
        pushq   %r8
        pushq   %r9
        pushq   %r10
        pushq   %r11
        pushq   %r12
        pushq   %r13
        pushq   %r14
        pushq   %r15
        cld
        movq    %rsp, %rbx
        movq    mg_xsave_bytes(%rip), %r12
        testq   %r12, %r12
        jz      1f
        subq    %r12, %rsp
        andq    $-64, %rsp
        leaq    512(%rsp), %rdi         # the header must be zero
        xorl    %eax, %eax
        movl    $8, %ecx
        rep stosq
        movl    $-1, %eax
        movl    $-1, %edx
        xsave64 (%rsp)
        call    mg_preempted
        movl    $-1, %eax
        movl    $-1, %edx
        xrstor64 (%rsp)
        jmp     2f
1:      subq    $512, %rsp
        andq    $-64, %rsp
        fxsave64 (%rsp)
        call    mg_preempted
        fxrstor64 (%rsp)
2:      movq    %rbx, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %r11
        popq    %r10
        popq    %r9
        popq    %r8
        popq    %rdi
        popq    %rsi
        popq    %rbx
        popq    %rdx
        popq    %rcx
        popq    %rax
        popfq
        popq    %rbp
        ret     $128
        .size   mg_async_preempt, . - mg_async_preempt
        .globl  mg_async_preempt_end
        .hidden mg_async_preempt_end
mg_async_preempt_end:
#endif
        .section .note.GNU-stack, "", @progbits
